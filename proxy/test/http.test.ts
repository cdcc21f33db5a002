import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createVideoProxy, type VendorAnswers, type VendorOptions} from '../src/index.js';
import {aStore, proxyScene, videosInOrder, type Scene} from './support/proxy-scene.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';

const GALLERY = 'https://www.example.com';
const STRANGER = 'https://www.example.org';

/** A vendor that repeats its answer. */
const answer = {envelope: anEnvelope([]), receivedAtMs: 0, freshUntilMs: 0, isStale: false};
const anyVendor: VendorAnswers = {
  get: () => Promise.resolve(answer),
  invalidate: () => {},
};

describe('a page of another origin', () => {
  it('may read lists, errors and play addresses if its origin is allowed', async (test) => {
    const {ask} = await proxyScene(test, {allowedOrigins: [GALLERY]});
    for (const path of ['/videos', '/videos?no=1', '/categories', '/videos/1/play']) {
      const {headers} = await ask(path, {headers: {origin: GALLERY}});
      assert.equal(headers.get('access-control-allow-origin'), GALLERY, path);
      assert.match(headers.get('vary') ?? '', /\borigin\b/i);
      assert.match(headers.get('access-control-expose-headers') ?? '', /retry-after/);
    }
  });

  it('gets its own origin, also in a cached answer for another one', async (test) => {
    const origins = [GALLERY, 'https://shop.example.com'];
    const {ask} = await proxyScene(test, {
      allowedOrigins: origins,
      vendor: anyVendor,
    });
    for (const origin of [...origins, ...origins]) {
      const {headers} = await ask('/videos', {headers: {origin}});
      assert.equal(headers.get('access-control-allow-origin'), origin);
      const again = {origin, 'if-none-match': headers.get('etag') ?? ''};
      const known = await ask('/videos', {headers: again});
      assert.equal(known.status, 304);
      assert.equal(known.headers.get('access-control-allow-origin'), origin);
    }
  });

  it('may not read them otherwise, and caches see that the response depends on the origin', async (test) => {
    const {ask} = await proxyScene(test, {allowedOrigins: [GALLERY]});
    for (const origin of [STRANGER, `${GALLERY}.evil.example`, undefined]) {
      const response = await ask('/videos', origin ? {headers: {origin}} : {});
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.match(response.headers.get('vary') ?? '', /\borigin\b/i);
    }
  });

  it('may not by default', async (test) => {
    const {ask} = await proxyScene(test);
    const {headers} = await ask('/videos', {headers: {origin: GALLERY}});
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  it('may read them from any origin if the operator allows it', async (test) => {
    const {ask} = await proxyScene(test, {allowedOrigins: ['*']});
    const {headers} = await ask('/videos', {headers: {origin: STRANGER}});
    assert.equal(headers.get('access-control-allow-origin'), '*');
  });

  it('can send a preflight request', async (test) => {
    const {ask} = await proxyScene(test, {allowedOrigins: [GALLERY]});
    const preflight = (origin: string) =>
      ask('/videos', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
    const {status, headers} = await preflight(GALLERY);
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), GALLERY);
    assert.match(headers.get('access-control-allow-methods') ?? '', /GET.*POST/);
    assert.equal(headers.get('access-control-allow-headers'), 'content-type');
    assert.ok(Number(headers.get('access-control-max-age')) > 0);
    assert.equal((await preflight(STRANGER)).headers.get('access-control-allow-origin'), null);
  });
});

describe('a cacheable response', () => {
  it('says for how long', async (test) => {
    const {ask} = await proxyScene(test, {
      caching: {maxAgeSeconds: 1, sharedMaxAgeSeconds: 2, staleWhileRevalidateSeconds: 3},
    });
    for (const path of ['/videos', '/categories']) {
      const {headers} = await ask(path);
      const expected = 'public, max-age=1, s-maxage=2, stale-while-revalidate=3';
      assert.equal(headers.get('cache-control'), expected);
      assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('is not sent again to a client that has it, until it changes', async (test) => {
    const {ask, store} = await proxyScene(test, {
      records: videosInOrder(3),
      allowedOrigins: [GALLERY],
    });
    const first = await ask('/videos');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w+/=-]{10,}"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('/videos', {headers: {'if-none-match': tags, origin: GALLERY}});
      assert.equal(again.status, 304, tags);
      assert.equal(await again.text(), '');
      assert.equal(again.headers.get('etag'), etag);
      assert.match(again.headers.get('cache-control') ?? '', /max-age/);
      assert.equal(again.headers.get('access-control-allow-origin'), GALLERY);
      assert.match(again.headers.get('vary') ?? '', /origin/i);
    }
    await store.upsert([aRecord({videoId: 'new'})]);
    const changed = await ask('/videos', {headers: {'if-none-match': etag}});
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), etag);
  });

  it('has a different tag for a different page', async (test) => {
    const {ask} = await proxyScene(test, {records: videosInOrder(3)});
    const tags = await Promise.all(
      [1, 2].map(async (page) =>
        (await ask(`/videos?pageSize=1&pageIndex=${page}`)).headers.get('etag'),
      ),
    );
    assert.notEqual(tags[0], tags[1]);
  });

  it('is not cacheable after a POST', async (test) => {
    const {ask} = await proxyScene(test);
    const {headers} = await ask('/videos', {method: 'POST', body: '{}'});
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('etag'), null);
  });
});

describe('a HEAD request', () => {
  it('is answered like a GET, without the body', async (test) => {
    const {ask} = await proxyScene(test, {records: videosInOrder(3)});
    const got = await ask('/videos');
    const head = await ask('/videos', {method: 'HEAD'});
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    for (const name of ['etag', 'cache-control', 'content-type', 'content-length']) {
      assert.equal(head.headers.get(name), got.headers.get(name), name);
      assert.ok(head.headers.get(name), name);
    }
  });
});

describe('a request for something else', () => {
  const methods: readonly [path: string, method: string, allow: string][] = [
    ['/videos', 'PUT', 'GET, HEAD, POST'],
    ['/videos', 'DELETE', 'GET, HEAD, POST'],
    ['/categories', 'POST', 'GET, HEAD'],
    ['/videos/1/play', 'POST', 'GET, HEAD'],
    ['/videos/events', 'POST', 'GET, HEAD'],
    ['/callbacks', 'GET', 'POST'],
    ['/callbacks/any', 'PUT', 'POST'],
  ];
  for (const [path, method, allow] of methods) {
    it(`gets the allowed methods: ${method} ${path}`, async (test) => {
      const {ask} = await proxyScene(test, {callbackSecret: 'a secret'});
      const response = await ask(path, {method});
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), allow);
      assert.equal((await response.json()).code, 405);
    });
  }

  for (const path of ['/', '/video', '/videos/1/play/2', '/api/videos', '/%']) {
    it(`finds nothing at ${path}`, async (test) => {
      const {ask} = await proxyScene(test);
      const response = await ask(path);
      assert.equal(response.status, 404);
      assert.deepEqual(await response.json(), {
        code: 404,
        message: 'There is nothing here.',
        data: null,
      });
      assert.equal(response.headers.get('cache-control'), 'no-store');
    });
  }
});

describe('a slash at the end of a path', () => {
  const scene = (test: Scene) =>
    proxyScene(test, {
      records: videosInOrder(3),
      basePath: '/api',
      callbackSecret: 'a secret',
      allowedOrigins: [GALLERY],
      publishUrls: () => [],
    });

  it('changes no answer', async (test) => {
    const {ask} = await scene(test);
    const requests: readonly [path: string, query?: string, init?: RequestInit][] = [
      ['/api/videos', '?pageSize=2'],
      ['/api/videos', '', {method: 'HEAD'}],
      ['/api/videos', '', {method: 'POST', body: '{"pageIndex":2,"pageSize":2}'}],
      ['/api/videos', '', {method: 'PUT'}],
      ['/api/videos', '', {method: 'OPTIONS', headers: {'access-control-request-method': 'POST'}}],
      ['/api/videos', '?x=1'],
      ['/api/categories'],
      ['/api/videos/id-001/play'],
      ['/api/videos/events', '', {method: 'HEAD'}],
      ['/api/callbacks', '', {method: 'POST'}],
      ['/api/callbacks/a%20secret', '', {method: 'POST', body: JSON.stringify(anEnvelope([]))}],
    ];
    for (const [path, query = '', init = {}] of requests) {
      const seen = async (response: Response) => {
        const headers = [...response.headers].filter(
          ([name]) => !['date', 'ratelimit'].includes(name),
        );
        return [response.status, headers, await response.text()];
      };
      const asked = {...init, headers: {origin: GALLERY, ...init.headers}};
      const plain = await seen(await ask(path + query, asked));
      assert.notEqual(plain[0], 404);
      assert.deepEqual(await seen(await ask(`${path}/${query}`, asked)), plain, path);
    }
  });

  it('does not create new paths', async (test) => {
    const {ask} = await scene(test);
    for (const path of ['/api/', '/api/videos//', '/api/videos/1/', '/videos/']) {
      assert.equal((await ask(path)).status, 404, path);
    }
  });
});

describe('a base path', () => {
  it('is in front of every route', async (test) => {
    const {ask} = await proxyScene(test, {basePath: '/api/vod', callbackSecret: 'a secret'});
    assert.equal((await ask('/api/vod/videos')).status, 200);
    assert.equal((await ask('/api/vod/categories')).status, 200);
    assert.equal((await ask('/api/vod/callbacks', {method: 'POST'})).status, 403);
    assert.equal((await ask('/videos')).status, 404);
  });
});

describe('a store that fails', () => {
  it('is reported in the log, and not to the client', async (test) => {
    const {ask, store, lines} = await proxyScene(test);
    await store.close();
    const response = await ask('/videos');
    assert.equal(response.status, 500);
    const {code, message} = await response.json();
    assert.deepEqual([code, message], [500, 'The proxy failed; its log says why.']);
    assert.match(lines.join('\n'), /closed/);
  });
});

describe('createVideoProxy', () => {
  it('says what is missing', async (test) => {
    const {store} = await aStore(test);
    assert.throws(() => createVideoProxy({}), /vendor or a store/);
    assert.throws(() => createVideoProxy({store, mode: 'vendor'}), /vendor/);
    assert.throws(() => createVideoProxy({store, callbackSecret: ''}), /callbackSecret/);
    const noAddress = {store, callbackSecret: 'x', callbackAddresses: ['10.0.0.0/8']};
    assert.throws(() => createVideoProxy(noAddress), /callerAddress/);
    const badAddress = {...noAddress, callbackAddresses: ['nonsense'], callerAddress: () => '::1'};
    assert.throws(() => createVideoProxy(badAddress), /nonsense/);
  });

  it('names the keys that are missing, as when variables are not set', () => {
    const make = (vendor: Record<string, unknown>) => () =>
      createVideoProxy({vendor: vendor as unknown as VendorOptions});
    const secretKey = 'a secret';
    assert.throws(make({accessKey: undefined, secretKey}), {
      name: 'TypeError',
      message: 'vendor has no accessKey.',
    });
    assert.throws(make({accessKey: '', secretKey: null}), /no accessKey and no secretKey/);
    assert.throws(make({}), /no accessKey and no secretKey/);
    for (const odd of ['two\nlines', 'ключ', 7, {}]) {
      assert.throws(
        make({accessKey: odd, secretKey}),
        /^TypeError: accessKey must be printable ASCII characters without spaces\.$/,
      );
    }
  });

  it('answers without any server', async (test) => {
    const {store} = await aStore(test, videosInOrder(2));
    const response = await createVideoProxy({store})(new Request('https://edge.example/videos'));
    assert.equal((await response.json()).data.total, 2);
  });
});
