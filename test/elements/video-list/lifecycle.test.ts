import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {answering, holding, silent} from '../../support/test-server.js';
import {
  cardAt,
  hasState,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {deferred} from '../../support/promises.js';
import {aPageTitled} from '../../support/records.js';

const page = (...titles: string[]) => new Response(aPageTitled(...titles).body);

/** Two containers, with a list in the first. */
async function twoPlaces(src: string) {
  const scene = await render(html`
    <div>
      <div><video-list src=${src}></video-list></div>
      <div></div>
    </div>
  `);
  const [first, second] = [...scene.children] as [Element, Element];
  const list = first.firstElementChild as VideoListElement;
  await list.updateComplete;
  return {first, second, list};
}

describe('A <video-list> that is removed and inserted again', () => {
  it('aborts its request when it is removed', async () => {
    const server = await silent();
    const {list} = await twoPlaces(server.url);
    await server.requests({count: 1});
    const errors = heard(list, 'video-list-error');
    list.remove();
    const [request] = await server.requests({aborted: 1});
    assert.isTrue(request?.aborted);
    assert.isEmpty(errors);
  });

  it('sends its request again when it is inserted again, twice', async () => {
    const server = await answering(aPageTitled('1st'), aPageTitled('2nd'), aPageTitled('3rd'));
    const {list, first, second} = await twoPlaces(server.url);
    await settled(list);
    for (const [place, title] of [
      [second, '2nd'],
      [first, '3rd'],
    ] as const) {
      list.remove();
      await list.updateComplete;
      const loaded = oneEvent(list, 'video-list-load');
      place.append(list);
      await loaded;
      assert.deepEqual(titlesIn(list), [title]);
    }
    assert.lengthOf(await server.requests({count: 3}), 3);
  });

  it('shows the new response when it is inserted again during a request', async () => {
    const server = await holding(aPageTitled('1st'), aPageTitled('2nd'));
    const {list, second} = await twoPlaces(server.url);
    await server.requests({count: 1});
    list.remove();
    await server.requests({aborted: 1});
    second.append(list);
    await server.requests({count: 2});
    await server.release();
    await settled(list);
    assert.deepEqual(titlesIn(list), ['2nd']);
  });

  it('neither aborts nor repeats its request when it is only moved', async () => {
    const server = await holding(aPageTitled('1st'), aPageTitled('2nd'));
    const {list, second} = await twoPlaces(server.url);
    await server.requests({count: 1});
    second.append(list);
    await list.updateComplete;
    await server.release();
    await settled(list);
    assert.deepEqual(titlesIn(list), ['1st']);
    const requests = await server.requests();
    assert.deepEqual(
      requests.map(({aborted}) => aborted),
      [false],
    );
  });

  it('keeps its videos during the new request', async () => {
    const server = await answering(aPageTitled('1st'));
    const {list, second} = await twoPlaces(server.url);
    await settled(list);
    list.remove();
    await list.updateComplete;
    second.append(list);
    assert.deepEqual(titlesIn(list), ['1st']);
    assert.isTrue(hasState(list, 'ready'));
  });

  it('sends one request for an address that changed while it was removed', async () => {
    const before = await answering(aPageTitled('Before'));
    const after = await answering(aPageTitled('After'));
    const {list, second} = await twoPlaces(before.url);
    await settled(list);
    list.remove();
    await list.updateComplete;
    list.src = after.url;
    await list.updateComplete;
    const loaded = oneEvent(list, 'video-list-load');
    second.append(list);
    await loaded;
    assert.deepEqual(titlesIn(list), ['After']);
    assert.lengthOf(await after.requests(), 1);
    assert.lengthOf(await before.requests(), 1);
  });

  it('sends one request if it was removed before its first request', async () => {
    const server = await answering(aPageTitled('First'));
    const scene = await render(html`<div></div>`);
    const list = document.createElement('video-list');
    list.src = server.url;
    scene.append(list);
    list.remove();
    await list.updateComplete;
    assert.isEmpty(await server.requests({count: 0}));
    scene.append(list);
    await settled(list);
    assert.lengthOf(await server.requests(), 1);
  });
});

describe('A <video-list> whose address changes', () => {
  it('aborts the request of the old address', async () => {
    const [older, newer] = [await silent(), await answering(aPageTitled('Newer'))];
    const list = await render<VideoListElement>(html`<video-list src=${older.url}></video-list>`);
    await older.requests({count: 1});
    list.src = newer.url;
    await older.requests({aborted: 1});
    await settled(list);
    assert.deepEqual(titlesIn(list), ['Newer']);
  });

  it('ignores an older answer that arrives after a newer one', async () => {
    const [older, newer, newest] = [
      deferred<Response>(),
      deferred<Response>(),
      deferred<Response>(),
    ];
    const answers = [older.promise, newer.promise, newest.promise];
    // A fetcher that ignores the signal, so that the list itself must distinguish the responses.
    const fetcher = () => answers.shift() as Promise<Response>;
    const list = await render<VideoListElement>(
      html`<video-list src="/a" .fetcher=${fetcher}></video-list>`,
    );
    const loads = heard(list, 'video-list-load');
    list.src = '/b';
    await list.updateComplete;

    const loaded = oneEvent(list, 'video-list-load');
    newer.resolve(page('Newer'));
    await loaded;
    older.resolve(page('Older'));
    newest.resolve(page('Newest'));
    await list.refresh();

    assert.deepEqual(
      loads.map(({detail}) => detail.page.videos[0]?.title),
      ['Newer', 'Newest'],
    );
    assert.deepEqual(titlesIn(list), ['Newest']);
  });

  it('ignores the failure of an aborted request', async () => {
    const [older, newer] = [deferred<Response>(), deferred<Response>()];
    const answers = [older.promise, newer.promise];
    const fetcher = () => answers.shift() as Promise<Response>;
    const list = await render<VideoListElement>(
      html`<video-list src="/a" .fetcher=${fetcher}></video-list>`,
    );
    const errors = heard(list, 'video-list-error');
    list.src = '/b';
    await list.updateComplete;
    older.reject(new TypeError('Too late to matter'));
    newer.resolve(page('Newer'));
    await settled(list);
    assert.deepEqual(titlesIn(list), ['Newer']);
    assert.isEmpty(errors);
  });

  it('keeps its videos until the new response arrives', async () => {
    const older = await answering(aPageTitled('Older'));
    const newer = await holding(aPageTitled('Newer'));
    const list = await renderSettled(html`<video-list src=${older.url}></video-list>`);
    list.src = newer.url;
    await newer.requests({count: 1});
    assert.deepEqual(titlesIn(list), ['Older']);
    const loaded = oneEvent(list, 'video-list-load');
    await newer.release();
    await loaded;
    assert.deepEqual(titlesIn(list), ['Newer']);
  });
});

// Public reports: whatwg/html 11138, next.js 39340, open-slide 432, velocity 176.
describe('A <video-list> in an <iframe> that is not displayed, in which some browsers render no frames', () => {
  it('loads its features, its texts and its second page', async () => {
    const {url} = await answering({records: 48, total: true});
    const frame = document.createElement('iframe');
    frame.style.display = 'none';
    frame.srcdoc = `<html lang="en"><script type="module" src="/src/define.ts"></script>
      <video-list src="${url}" paging="button"></video-list>`;
    const loaded = oneEvent(frame, 'load');
    document.body.append(frame);
    await loaded;
    const view = frame.contentWindow!;
    await view.customElements.whenDefined('video-list');
    const list = view.document.querySelector('video-list')!;
    await until(() => titlesIn(list).length > 0);
    await list.loadMore();
    const card = cardAt(list, 0);
    await Promise.all([list.updateComplete, card.updateComplete]);
    const texts = [textOf(list, 'status'), card.shadowRoot!.querySelector('#details')?.textContent];
    frame.remove();
    assert.deepEqual(texts, ['48 videos', card.description]);
  });
});
