import {assert} from '@open-wc/testing/pure';
import {
  clampPageSize,
  videoPageRequest,
  type VideoPageQuery,
} from '../../src/data/video-page-query.js';

const query = (changes: Partial<VideoPageQuery> = {}): VideoPageQuery => ({
  url: 'https://example.com/videos',
  pageIndex: 1,
  pageSize: 24,
  method: 'get',
  credentials: 'same-origin',
  headers: {},
  timeout: 1000,
  source: undefined,
  fetcher: fetch,
  ...changes,
});

describe('videoPageRequest()', () => {
  it('asks for a page in the address', () => {
    const [url, init] = videoPageRequest(query({pageIndex: 3, pageSize: 10}));
    assert.equal(url, 'https://example.com/videos?pageIndex=3&pageSize=10');
    assert.isUndefined(init.body);
  });

  it('keeps a query that the address has already', () => {
    const [url] = videoPageRequest(query({url: 'https://example.com/videos?category=a%26b&x=1'}));
    assert.equal(url, 'https://example.com/videos?category=a%26b&x=1&pageIndex=1&pageSize=24');
  });

  it('asks for a page size once, also when the address names another', () => {
    const [url] = videoPageRequest(query({url: 'https://example.com/videos?pageSize=7'}));
    assert.deepEqual(new URL(url).searchParams.getAll('pageSize'), ['24']);
  });

  it('sends the vendor’s own body by POST', () => {
    const [url, init] = videoPageRequest(query({method: 'post', pageIndex: 2, pageSize: 10}));
    assert.equal(url, 'https://example.com/videos');
    assert.equal(init.method, 'post');
    assert.equal(init.body, '{"pageIndex":2,"pageSize":10}');
    assert.equal(new Headers(init.headers).get('content-type'), 'application/json');
  });

  it('sends headers and credentials along, by either method', () => {
    for (const method of ['get', 'post'] as const) {
      const [, init] = videoPageRequest(
        query({method, credentials: 'include', headers: {'x-team': 'docs'}}),
      );
      assert.equal(init.credentials, 'include');
      assert.equal(new Headers(init.headers).get('x-team'), 'docs');
    }
  });
});

describe('clampPageSize()', () => {
  for (const [asked, size] of [
    [1, 1],
    [50, 50],
    [51, 50],
    [Infinity, 50],
    [0, 1],
    [-3, 1],
    [2.7, 2],
    [NaN, 24],
  ] as const) {
    it(`makes ${size} of ${asked}`, () => {
      assert.equal(clampPageSize(asked), size);
    });
  }
});
