import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {decodeVideoPage} from 'cloud-vod-gallery';
import 'cloud-vod-gallery/define';
import {html} from 'lit';

/**
 * A page with the first videos in it.
 *
 * @param proxy - What `createVideoProxy` has made: asked directly, without a network request.
 * @param url - Address of the page.
 */
export async function galleryPage(proxy, url) {
  const answer = await proxy(new Request(new URL('/api/videos?pageSize=24', url)));
  const page = decodeVideoPage(await answer.json(), {baseUrl: url});
  // After a failure the browser asks for itself.
  const initialPage = 'videos' in page ? page : undefined;
  const list = html`<video-list
    lang="en"
    src="/api/videos"
    card-href="/watch/{videoId}"
    .initialPage=${initialPage}
  ></video-list>`;
  return `<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Videos</title>
      ${await collectResult(render(list))}
      <script type="application/json" id="first-videos">${toJson(initialPage)}</script>
      <script type="module" src="/gallery.js"></script>
    </html>`;
}

/** As it may stand in a page: a title with `</script>` in it ends nothing. */
function toJson(value) {
  return JSON.stringify(value ?? null).replaceAll('<', '\\u003c');
}
