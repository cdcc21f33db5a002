import {assert} from '@open-wc/testing/pure';
import {fetchCategories} from '../../src/data/fetch-categories.js';
import type {VideoPageQuery} from '../../src/data/video-page-query.js';
import {answering, silent, type TestServer} from '../support/test-server.js';
import {anAnswer} from '../support/records.js';

/** A query of a list whose categories the server has. */
function queryTo(server: TestServer, changes: Partial<VideoPageQuery> = {}): VideoPageQuery {
  return {
    url: 'https://example.com/api/videos?x=1',
    pageIndex: 1,
    pageSize: 24,
    method: 'get',
    credentials: 'same-origin',
    headers: {},
    timeout: 5000,
    source: undefined,
    fetcher: (_url, init) => fetch(server.url, init),
    ...changes,
  };
}

/** The vendor's answer that lists categories of these names (getCategoryList). */
const categories = (...names: unknown[]) =>
  anAnswer(
    JSON.stringify({
      code: 200,
      message: 'success',
      data: {categoryList: names.map((labelName, index) => ({labelId: index + 1, labelName}))},
    }),
  );

describe('fetchCategories()', () => {
  it('returns the names of the categories in their order', async () => {
    const server = await answering(categories('nature', 'Städte', '바다'));
    assert.deepEqual(await fetchCategories(queryTo(server)), ['nature', 'Städte', '바다']);
  });

  for (const [list, address] of [
    ['https://example.com/api/videos', 'https://example.com/api/categories'],
    ['https://example.com/videos?category=sea', 'https://example.com/categories'],
    ['https://example.com/', 'https://example.com/categories'],
    [
      'https://example.com/videos?token=a%26b&order=1',
      'https://example.com/categories?token=a%26b',
    ],
  ] as const) {
    it(`requests ${address} for the list ${list}`, async () => {
      const server = await answering(categories());
      const asked: string[] = [];
      const fetcher: VideoPageQuery['fetcher'] = (url, init) => {
        asked.push(url);
        return fetch(server.url, init);
      };
      await fetchCategories(queryTo(server, {url: list, fetcher}));
      assert.deepEqual(asked, [address]);
    });
  }

  it('sends headers', async () => {
    const server = await answering(categories());
    await fetchCategories(queryTo(server, {headers: {'x-team': 'docs'}}));
    const [request] = await server.requests();
    assert.equal(request?.headers['x-team'], 'docs');
  });

  it('ignores categories without a name', async () => {
    const server = await answering(categories('nature', null, '', undefined, {}, 'sea'));
    assert.deepEqual(await fetchCategories(queryTo(server)), ['nature', 'sea']);
  });

  for (const timeout of [Infinity, NaN]) {
    it(`returns the names with a timeout of ${timeout}`, async () => {
      const server = await answering(categories('nature'));
      assert.deepEqual(await fetchCategories(queryTo(server, {timeout})), ['nature']);
    });
  }

  for (const [what, answer] of [
    ['hangs up', {drop: true}],
    ['answers with a page of its own', anAnswer('<!doctype html>', 502)],
    ['reports an error', anAnswer('{"code":1535,"message":"No permission"}')],
    ['has no list', anAnswer('{"code":200,"data":{"categoryList":"none"}}')],
    ['has nothing', anAnswer('null')],
    ['stops half-way', {...categories('nature'), halt: true}],
  ] as const) {
    it(`returns no names when the proxy ${what}`, async () => {
      const server = await answering(answer);
      assert.deepEqual(await fetchCategories(queryTo(server, {timeout: 500})), []);
    });
  }

  it('returns no names without a response in time', async () => {
    assert.deepEqual(await fetchCategories(queryTo(await silent(), {timeout: 60})), []);
  });
});
