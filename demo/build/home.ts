import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {codeBlock} from './code-block.js';

/** Short code of pages, which has no file. */
export const shortCode: Readonly<Record<string, string>> = {
  hero: codeBlock(`<script
  type="module"
  src="/js/cloud-vod-gallery.min.js"
></script>

<video-list
  src="/api/videos"
  toolbar="search category"
  play="dialog"
></video-list>`),
  player: codeBlock(
    `list.addEventListener('video-select', async ({detail: {video}}) => {
  const answer = await fetch(\`/api/videos/${'${encodeURIComponent(video.id)}'}/play\`);
  const {sdUrl, originUrl} = (await answer.json()).data.videoUrl[0];
  player.src = sdUrl ?? originUrl;
});`,
    'js',
  ),
  beside: codeBlock(`<video-player for="videos" remember autoplay-next></video-player>
<video-list id="videos" src="/api/videos" remember></video-list>`),
  'script-tag': codeBlock(`<script src="/js/cloud-vod-gallery.classic.min.js" defer></script>

<video-list
  src="/api/videos"
  page-size="12"
  card-href="/watch.html?id={videoId}"
></video-list>`),
};

/** The figures on the home page. The size is that of the present build. */
export function figures(): string {
  const bytes = brotliCompressSync(readFileSync('dist/cloud-vod-gallery.min.js')).length;
  const entries = [
    [`${(bytes / 1000).toFixed(1)} kB`, 'script, compressed with Brotli'],
    ['0', 'frameworks that your page needs'],
    ['10', 'languages, loaded when needed'],
    ['3', 'browser engines in every test run'],
  ];
  const list = entries.map(([figure, about]) => `<div><dt>${about}</dt><dd>${figure}</dd></div>`);
  return `<dl class="figures">${list.join('')}</dl>`;
}
