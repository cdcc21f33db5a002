import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import 'cloud-vod-gallery/define';

const list = document.querySelector('video-list');
list.initialPage = JSON.parse(document.querySelector('#first-videos').textContent) ?? undefined;
