import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import {answering, type TestServer, type SeenRequest} from '../../support/test-server.js';
import {hasState, renderSettled, settled, titlesIn} from '../../support/page.js';
import {aPageTitled} from '../../support/records.js';

/** The only request of a list. */
async function requestOf(template: (server: TestServer) => TemplateResult): Promise<SeenRequest> {
  const server = await answering(aPageTitled('First'));
  await renderSettled(template(server));
  const requests = await server.requests();
  assert.lengthOf(requests, 1);
  return requests[0] as SeenRequest;
}

describe('The request of a <video-list>', () => {
  it('is a GET for the first page of 24', async () => {
    const {method, query, body} = await requestOf(
      ({url}) => html`<video-list src=${url}></video-list>`,
    );
    assert.equal(method, 'GET');
    assert.deepEqual(query, {pageIndex: '1', pageSize: '24'});
    assert.equal(body, '');
  });

  for (const [asked, size] of [
    ['1', '1'],
    ['50', '50'],
    ['51', '50'],
    ['0', '1'],
    ['-5', '1'],
    ['many', '24'],
  ]) {
    it(`asks for ${size} videos with page-size="${asked}"`, async () => {
      const {query} = await requestOf(
        ({url}) => html`<video-list src=${url} page-size=${asked} paging="none"></video-list>`,
      );
      assert.equal(query['pageSize'], size);
    });
  }

  it('keeps the query of the address', async () => {
    const {query} = await requestOf(
      ({url}) => html`<video-list src=${`${url}?videoName=sea&token=a%26b`}></video-list>`,
    );
    assert.deepEqual(query, {videoName: 'sea', token: 'a&b', pageIndex: '1', pageSize: '24'});
  });

  it('can have an absolute address', async () => {
    const {query} = await requestOf(
      ({url}) => html`<video-list src=${new URL(url, location.href).href}></video-list>`,
    );
    assert.equal(query['pageIndex'], '1');
  });

  it('can be the vendor’s POST for a proxy that forwards it', async () => {
    const {method, query, body, headers} = await requestOf(
      ({url}) => html`<video-list src=${url} method="post" page-size="10"></video-list>`,
    );
    assert.equal(method, 'POST');
    assert.deepEqual(query, {});
    assert.deepEqual(JSON.parse(body), {pageIndex: 1, pageSize: 10});
    assert.equal(headers['content-type'], 'application/json');
  });

  it('has the headers of the page', async () => {
    const mine = {'x-team': 'docs'};
    const {headers} = await requestOf(
      ({url}) => html`<video-list src=${url} .headers=${mine}></video-list>`,
    );
    assert.equal(headers['x-team'], 'docs');
  });

  it('has cookies for the same origin by default', async () => {
    document.cookie = 'gallery=yes; path=/';
    const usual = await requestOf(({url}) => html`<video-list src=${url}></video-list>`);
    assert.include(usual.headers['cookie'], 'gallery=yes');
    const told = await requestOf(
      ({url}) => html`<video-list src=${url} credentials="omit"></video-list>`,
    );
    assert.notProperty(told.headers, 'cookie');
  });

  it('uses the fetcher of the page', async () => {
    const asked: string[] = [];
    const fetcher = (url: string, init: RequestInit) => {
      asked.push(url);
      return fetch(url, init);
    };
    const server = await answering(aPageTitled('First'));
    const list = await renderSettled(
      html`<video-list src=${server.url} .fetcher=${fetcher}></video-list>`,
    );
    assert.deepEqual(titlesIn(list), ['First']);
    assert.lengthOf(asked, 1);
  });

  it('is not repeated for a fetcher or headers that are new but equal', async () => {
    const server = await answering(aPageTitled('First'));
    const list = await renderSettled(
      html`<video-list src=${server.url} .headers=${{'x-team': 'docs'}}></video-list>`,
    );
    list.headers = {'x-team': 'docs'};
    list.fetcher = (...args) => fetch(...args);
    await settled(list);
    await list.refresh();
    assert.lengthOf(await server.requests({count: 2}), 2);
  });

  for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'http://']) {
    it(`is never made to ${src}`, async () => {
      const asked: string[] = [];
      const fetcher = (url: string) => {
        asked.push(url);
        return Promise.resolve(new Response('{}'));
      };
      const list = await renderSettled(
        html`<video-list src=${src} .fetcher=${fetcher}></video-list>`,
      );
      assert.isEmpty(asked);
      assert.isTrue(hasState(list, 'unconfigured'));
    });
  }

  for (const timeout of ['soon', '-5', 'Infinity', '9007199254740993']) {
    it(`is answered with timeout="${timeout}"`, async () => {
      const {url} = await answering(aPageTitled('First'));
      const list = await renderSettled(
        html`<video-list src=${url} timeout=${timeout}></video-list>`,
      );
      assert.deepEqual(titlesIn(list), ['First']);
    });
  }

  it('ignores removed attributes', async () => {
    const list = await renderSettled(html`
      <video-list
        page-size="7"
        method="post"
        credentials="omit"
        timeout="9000"
        source="getVideoList"
        card-href="/watch/{videoId}"
        badge-format="height"
        current="id-1"
        .videos=${[]}
      ></video-list>
    `);
    for (const name of list.getAttributeNames()) list.removeAttribute(name);
    const server = await answering(aPageTitled('First'));
    list.setAttribute('src', server.url);
    list.videos = undefined;
    await settled(list);
    const [request] = await server.requests();
    assert.deepInclude(request, {method: 'GET', query: {pageIndex: '1', pageSize: '24'}});
    assert.deepEqual(titlesIn(list), ['First']);
  });

  it('is not sent when src is removed', async () => {
    const server = await answering(aPageTitled('First'));
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    list.removeAttribute('src');
    await settled(list);
    assert.isTrue(hasState(list, 'unconfigured'));
    assert.isEmpty(titlesIn(list));
  });
});
