/** Draws elements on the test runner's server, out of the built package, as an application's server would. */
import {text} from 'node:stream/consumers';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';

/** Middleware: answers a page of videos with the markup of a list that begins with it. */
export function serverDrawn() {
  return async (context, next) => {
    if (context.path !== '/server-drawn') return next();
    await import('../../dist/define.js');
    const page = JSON.parse(await text(context.req));
    const list = html`<video-list src="/videos" paging="button" .initialPage=${page}></video-list>`;
    context.body = await collectResult(render(list));
    return undefined;
  };
}
