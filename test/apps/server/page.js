import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {decodeVideoPage} from 'cloud-vod-gallery';
import 'cloud-vod-gallery/define';
import {html} from 'lit';

/**
 * A page with the first videos in it.
 *
 * @param proxy - The function that `createVideoProxy` returns. It is called directly, without a network request.
 * @param url - URL of the page.
 */
export async function galleryPage(proxy, url) {
  const answer = await proxy(new Request(new URL('/api/videos?pageSize=24', url)));
  const page = decodeVideoPage(await answer.json(), {baseUrl: url});
  // After a failure, the browser requests the first page itself.
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

/** JSON inside a `<script>`. A title with `</script>` in it must not end the script. */
function toJson(value) {
  return JSON.stringify(value ?? null).replaceAll('<', '\\u003c');
}
