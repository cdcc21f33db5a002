/** Renders elements on the server of the test runner, from the built package, as the server of an application would. */
import {text} from 'node:stream/consumers';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';

/** Middleware: answers a page of videos with the HTML of a list that shows it. */
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
