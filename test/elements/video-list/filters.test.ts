import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {answering, holding} from '../../support/test-server.js';
import {
  hasPart,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {aPage, aPageTitled} from '../../support/records.js';

/** The parameters of a first page. */
const FIRST_PAGE = {pageIndex: '1', pageSize: '24'};

describe('The filters of a <video-list>', () => {
  for (const [attribute, value, query] of [
    ['search', 'sea', {videoName: 'sea'}],
    ['video-id', 'id-7', {videoId: 'id-7'}],
    ['category', 'nature,sea', {videoClassification: 'nature,sea'}],
    ['state', 'unavailable', {videoStatus: '1'}],
    ['transcoding', 'failed', {transcodeState: '4'}],
    ['created-by', 'editor', {createUser: 'editor'}],
    ['created-from', '2016-01-01', {startTime: '2016-01-01 00:00:00'}],
    ['created-to', '2016-01-01 12:00:00', {endTime: '2016-01-01 12:00:00'}],
    ['order', 'oldest', {listOrder: '1'}],
  ] as const) {
    it(`are ${JSON.stringify(query)} with ${attribute}="${value}"`, async () => {
      const server = await answering(aPageTitled('First'));
      const list = await render<VideoListElement>(html`<video-list></video-list>`);
      list.setAttribute(attribute, value);
      list.src = server.url;
      await settled(list);
      const [request] = await server.requests();
      assert.deepEqual(request?.query, {...FIRST_PAGE, ...query});
      assert.deepEqual(titlesIn(list), ['First']);
    });

    it(`are none any more when ${attribute} is taken away`, async () => {
      const server = await answering(aPageTitled('First'));
      const list = await render<VideoListElement>(html`<video-list></video-list>`);
      list.setAttribute(attribute, value);
      list.src = server.url;
      await settled(list);
      list.removeAttribute(attribute);
      const [, request] = await server.requests({count: 2});
      assert.deepEqual(request?.query, FIRST_PAGE);
    });
  }

  it('count all at once, in the body of a POST', async () => {
    const server = await answering(aPageTitled('First'));
    await renderSettled(html`
      <video-list
        src=${server.url}
        method="post"
        search="sea"
        category="nature"
        state="available"
        transcoding="transcoded"
        order="newest"
      ></video-list>
    `);
    const [request] = await server.requests();
    assert.deepEqual(JSON.parse(request?.body ?? ''), {
      pageIndex: 1,
      pageSize: 24,
      listOrder: 0,
      videoName: 'sea',
      videoStatus: 0,
      transcodeState: 1,
      videoClassification: 'nature',
    });
  });

  it('load again when one changes, and keep the videos until the response', async () => {
    const before = await answering(aPageTitled('Before'));
    const list = await renderSettled(html`<video-list src=${before.url}></video-list>`);
    await before.answer({...aPageTitled('After'), held: true});
    list.search = 'after';
    const requests = await before.requests({count: 2});
    assert.equal(requests[1]?.query['videoName'], 'after');
    assert.deepEqual(titlesIn(list), ['Before']);
    await before.release();
    await until(() => titlesIn(list).join() === 'After');
  });

  it('abort a request that is no longer needed', async () => {
    const server = await answering({...aPageTitled('Se'), held: true}, aPageTitled('Sea'));
    const list = await render<VideoListElement>(
      html`<video-list src=${server.url} search="se"></video-list>`,
    );
    await server.requests({count: 1});
    list.search = 'sea';
    await server.requests({count: 2, aborted: 1});
    await until(() => titlesIn(list).join() === 'Sea');
  });

  it('send one request when several change at once', async () => {
    const server = await answering(aPageTitled('First'));
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    Object.assign(list, {search: 'sea', order: 'oldest', state: 'available'});
    await list.updateComplete;
    await settled(list);
    const requests = await server.requests({count: 2});
    assert.lengthOf(requests, 2);
    assert.deepInclude(requests[1]?.query, {videoName: 'sea', listOrder: '1', videoStatus: '0'});
  });

  it('are named in the message of an empty list, but cannot be removed without a toolbar', async () => {
    const server = await answering(aPage([]));
    const list = await renderSettled(
      html`<video-list src=${server.url} search="unicorn"></video-list>`,
    );
    assert.isFalse(hasPart(list, 'reset'));
    assert.equal(textOf(list, 'message'), 'No videos yet');
  });

  it('are no event when the page sets them', async () => {
    const server = await answering(aPageTitled('First'));
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    const events = heard(list, 'video-list-filter');
    list.search = 'sea';
    list.setAttribute('order', 'oldest');
    await server.requests({count: 2});
    await settled(list);
    assert.isEmpty(events);
  });

  it('begin at the first page again', async () => {
    const server = await holding(aPageTitled('First'));
    const list = await render<VideoListElement>(
      html`<video-list src=${server.url} paging="pages" page="3" toolbar="search"></video-list>`,
    );
    await server.release();
    await settled(list);
    const search = list.shadowRoot?.querySelector('input') as HTMLInputElement;
    search.value = 'sea';
    search.form?.requestSubmit();
    const [, request] = await server.requests({count: 2});
    assert.deepInclude(request?.query, {pageIndex: '1', videoName: 'sea'});
    assert.equal(list.page, 1);
  });
});
