import {assert} from '@open-wc/testing/pure';
import {
  clampPageSize,
  videoPageRequest,
  type VideoPageQuery,
} from '../../src/data/video-page-query.js';
import type {VideoFilters} from '../../src/model/video-filters.js';

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
  it('requests a page with the address', () => {
    const [url, init] = videoPageRequest(query({pageIndex: 3, pageSize: 10}));
    assert.equal(url, 'https://example.com/videos?pageIndex=3&pageSize=10');
    assert.isUndefined(init.body);
  });

  it('keeps the query of the address', () => {
    const [url] = videoPageRequest(query({url: 'https://example.com/videos?category=a%26b&x=1'}));
    assert.equal(url, 'https://example.com/videos?category=a%26b&x=1&pageIndex=1&pageSize=24');
  });

  it('contains one page size, also if the address has another', () => {
    const [url] = videoPageRequest(query({url: 'https://example.com/videos?pageSize=7'}));
    assert.deepEqual(new URL(url).searchParams.getAll('pageSize'), ['24']);
  });

  it('sends the vendor’s body by POST', () => {
    const [url, init] = videoPageRequest(query({method: 'post', pageIndex: 2, pageSize: 10}));
    assert.equal(url, 'https://example.com/videos');
    assert.equal(init.method, 'post');
    assert.equal(init.body, '{"pageIndex":2,"pageSize":10}');
    assert.equal(new Headers(init.headers).get('content-type'), 'application/json');
  });

  it('sends headers and credentials with both methods', () => {
    for (const method of ['get', 'post'] as const) {
      const [, init] = videoPageRequest(
        query({method, credentials: 'include', headers: {'x-team': 'docs'}}),
      );
      assert.equal(init.credentials, 'include');
      assert.equal(new Headers(init.headers).get('x-team'), 'docs');
    }
  });
});

/** The filters of a query as they are sent: in the address, and in a body. */
function sent(filters: VideoFilters) {
  const [url] = videoPageRequest(query({filters}));
  const [, {body}] = videoPageRequest(query({filters, method: 'post'}));
  return [Object.fromEntries(new URL(url).searchParams), JSON.parse(body as string)] as const;
}

describe('The filters of videoPageRequest()', () => {
  for (const [filters, parameters] of [
    [{search: '바다 & 산'}, {videoName: '바다 & 산'}],
    [{videoId: 'id-7'}, {videoId: 'id-7'}],
    [{category: 'nature,sea'}, {videoClassification: 'nature,sea'}],
    [{createdBy: 'editor,guest'}, {createUser: 'editor,guest'}],
    [{order: 'newest'}, {listOrder: 0}],
    [{order: 'oldest'}, {listOrder: 1}],
    [{state: 'available'}, {videoStatus: 0}],
    [{state: 'unavailable'}, {videoStatus: 1}],
    [{transcoding: 'transcoded'}, {transcodeState: 1}],
    [{transcoding: 'not-transcoded'}, {transcodeState: 2}],
    [{transcoding: 'transcoding'}, {transcodeState: 3}],
    [{transcoding: 'failed'}, {transcodeState: 4}],
    [{createdFrom: '2016-01-01'}, {startTime: '2016-01-01 00:00:00'}],
    [{createdTo: '2016-01-01'}, {endTime: '2016-01-01 23:59:59'}],
    [{createdFrom: '2016-01-01 12:30:05'}, {startTime: '2016-01-01 12:30:05'}],
    // In the format of `<input type="datetime-local">`.
    [{createdFrom: '2016-01-01T12:30'}, {startTime: '2016-01-01 12:30:00'}],
    [{createdTo: '2016-01-01T12:30'}, {endTime: '2016-01-01 12:30:59'}],
  ] as const) {
    const [name] = Object.keys(filters);
    it(`send ${JSON.stringify(parameters)} for ${name} "${Object.values(filters).join()}"`, () => {
      const [inAddress, inBody] = sent(filters);
      const texts = Object.entries(parameters).map(([key, value]) => [key, String(value)]);
      assert.deepEqual(inAddress, {
        pageIndex: '1',
        pageSize: '24',
        ...Object.fromEntries(texts),
      });
      assert.deepEqual(inBody, {pageIndex: 1, pageSize: 24, ...parameters});
    });
  }

  for (const filters of [
    {},
    {search: '', videoId: null, category: undefined, state: '', createdFrom: '', createdTo: null},
    // As in an attribute, independent of the types.
    {order: 'sideways', state: '0', transcoding: 'toString'} as object,
  ]) {
    it(`are omitted if they filter nothing: ${JSON.stringify(filters)}`, () => {
      const [inAddress, inBody] = sent(filters);
      assert.deepEqual(inAddress, {pageIndex: '1', pageSize: '24'});
      assert.deepEqual(inBody, {pageIndex: 1, pageSize: 24});
    });
  }

  it('replace those of the address', () => {
    const url = 'https://example.com/videos?videoName=sea&x=1';
    const [href] = videoPageRequest(query({url, filters: {search: 'hills'}}));
    assert.deepEqual(Object.fromEntries(new URL(href).searchParams), {
      videoName: 'hills',
      x: '1',
      pageIndex: '1',
      pageSize: '24',
    });
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
    it(`changes ${asked} to ${size}`, () => {
      assert.equal(clampPageSize(asked), size);
    });
  }
});
