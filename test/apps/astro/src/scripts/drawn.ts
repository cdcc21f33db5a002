import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import 'cloud-vod-gallery/define';

const list = document.querySelector('video-list')!;
const json = document.querySelector('#first-videos')!.textContent;
list.initialPage = JSON.parse(json) ?? undefined;
list.addEventListener('video-select', (event) => {
  event.preventDefault();
  document.querySelector('[role=status]')!.textContent = `Picked: ${event.detail.video.title}`;
});
