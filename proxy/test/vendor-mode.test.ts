import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {
  FAKE_KEYS,
  startFakeVendor,
  type FakeVendorOptions,
  type Misbehaviour,
} from './support/fake-vendor.js';
import {EventReader} from './support/event-reader.js';
import {proxyScene, type Scene} from './support/proxy-scene.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {deferred, someRecords} from './support/vendor-scene.js';
import {until} from '../../test/support/until.js';
import {
  openVideoStore,
  type EventOptions,
  type VendorOptions,
  type VideoProxyOptions,
  type VideoStore,
} from '../src/index.js';

/** Upper limit in milliseconds of pauses before a retry. Deadlines are longer. */
const LONGEST_PAUSE_MS = 1_000;

/** Longer than any test waits. */
const NEVER_MS = 3_600_000;

/** Pauses before retries take no time; time limits are real. */
const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(ms <= LONGEST_PAUSE_MS ? 0 : ms, undefined, {signal}).catch(() => {
    throw signal?.reason;
  });

/** The real proxy in front of a fake vendor, over real HTTP on both sides. */
async function vendorProxy(
  test: Scene,
  {
    account,
    shield,
    ...options
  }: VideoProxyOptions & {
    account?: FakeVendorOptions;
    shield?: Partial<VendorOptions>;
  } = {},
) {
  const vendor = await startFakeVendor({records: someRecords(25), ...account});
  test.after(() => vendor.close());
  const settings = {...FAKE_KEYS, endpoint: vendor.url, sleep, ...shield};
  const scene = await proxyScene(test, {vendor: settings, callbackSecret: 'secret', ...options});
  return {...scene, vendor};
}

describe('a list from the vendor', () => {
  it("is the vendor's, and says so", async (test) => {
    const {list, vendor} = await vendorProxy(test);
    const {code, source, data} = await list('?pageSize=20&pageIndex=2');
    assert.deepEqual([code, source], [200, 'getVideoList']);
    assert.equal(data.videoTotal, 5);
    assert.equal(data.total, undefined);
    assert.deepEqual(
      vendor.calls.map(({parameters}) => parameters),
      [{pageIndex: 2, pageSize: 20, listOrder: 0}],
    );
    assert.deepEqual(vendor.refusedCalls, []);
  });

  it('is the same by POST', async (test) => {
    const {list} = await vendorProxy(test);
    const body = JSON.stringify({pageSize: 20, pageIndex: 2});
    assert.deepEqual(
      await list('', {method: 'POST', body}),
      await list('?pageSize=20&pageIndex=2'),
    );
  });

  it('passes on every filter, and nothing else of the request', async (test) => {
    const {ask, vendor} = await vendorProxy(test);
    const query = {
      videoName: 'Video 7',
      videoStatus: '0',
      transcodeState: '1',
      videoClassification: 'sea,nature',
      createUser: 'editor',
      startTime: '2020-01-01 00:00:00',
      endTime: '2030-01-01 00:00:00',
    };
    await ask(`/videos?${new URLSearchParams(query)}`, {
      headers: {cookie: 'session=1', authorization: 'Bearer mine', 'x-forwarded-for': '10.0.0.1'},
    });
    const [call] = vendor.calls;
    assert.deepEqual(call?.parameters, {
      pageIndex: 1,
      pageSize: 10,
      listOrder: 0,
      ...query,
      videoStatus: 0,
      transcodeState: 1,
      videoClassification: 'nature,sea',
    });
    const sent = JSON.stringify(call?.headers);
    assert.doesNotMatch(sent, /session|Bearer|10\.0\.0\.1/);
  });

  it('is requested once, for equal queries of all clients', async (test) => {
    const {list, vendor} = await vendorProxy(test);
    const queries = ['', '?pageSize=10', '?pageIndex=1&listOrder=0', '?videoName=%20&pageSize='];
    const lists = await Promise.all(queries.map((query) => list(query)));
    for (const each of lists) assert.deepEqual(each, lists[0]);
    assert.equal(vendor.calls.length, 1);
  });

  it('keeps its tag while it stays the same', async (test) => {
    const {ask} = await vendorProxy(test);
    const etag = (await ask('/videos')).headers.get('etag') ?? '';
    assert.equal((await ask('/videos', {headers: {'if-none-match': etag}})).status, 304);
  });

  it('is not asked for with bad parameters', async (test) => {
    const {ask, vendor} = await vendorProxy(test);
    assert.equal((await ask('/videos?pageSize=x')).status, 400);
    assert.equal(vendor.calls.length, 0);
  });

  it('comes from the store if the operator sets that, with play addresses of the vendor', async (test) => {
    const {list, ask, store, vendor} = await vendorProxy(test, {mode: 'store'});
    await store.upsert([aRecord({videoId: 'id-1'})]);
    assert.equal((await list()).data.total, 1);
    assert.equal(vendor.calls.length, 0);
    assert.equal((await ask('/videos/id-1/play')).status, 200);
    assert.equal(vendor.calls.length, 1);
  });
});

describe('other calls to the vendor', () => {
  it('find the addresses that a video plays from', async (test) => {
    const urls = [{urlType: 'PC', originUrl: 'https://a.example/1.mp4'}];
    const {ask, vendor} = await vendorProxy(test, {account: {publishUrls: () => urls}});
    const {data} = await (await ask('/videos/id-1/play')).json();
    assert.deepEqual(data.videoUrl, urls);
    assert.deepEqual(vendor.calls[0]?.parameters, {videoId: 'id-1', codeType: 4});
    const unknown = await ask('/videos/nobody/play');
    assert.equal(unknown.status, 404);
    assert.equal((await unknown.json()).code, 1502);
  });

  it('list the categories', async (test) => {
    const categories = [{labelName: 'Sea', nodeId: '7', parentNodeId: '0', createUser: 'editor'}];
    const {ask, vendor} = await vendorProxy(test, {account: {categories}});
    const {data} = await (await ask('/categories')).json();
    assert.deepEqual(data.categoryList, categories);
    await ask('/categories?parentNodeId=7&pageSize=5');
    assert.deepEqual(
      vendor.calls.map(({parameters}) => parameters),
      [
        {pageIndex: 1, pageSize: 100},
        {pageIndex: 1, pageSize: 5, parentNodeId: '7'},
      ],
    );
  });
});

describe('a vendor that fails', () => {
  const failures: readonly [Misbehaviour, status: number, code: number][] = [
    [{kind: 'vendor-error', code: 1535, message: '没有权限'}, 403, 1535],
    [{kind: 'vendor-error', code: 1000}, 400, 1000],
    [{kind: 'vendor-error', code: 99}, 502, 99],
    [{kind: 'http', status: 500}, 502, 502],
    [{kind: 'not-json'}, 502, 502],
    [{kind: 'half-json'}, 502, 502],
    [{kind: 'cut-off'}, 502, 502],
    [{kind: 'reset'}, 502, 502],
  ];
  for (const [misbehaviour, status, code] of failures) {
    it(`with ${JSON.stringify(misbehaviour)} is answered ${status}, in the envelope`, async (test) => {
      const {ask, vendor} = await vendorProxy(test);
      vendor.misbehave(misbehaviour);
      const response = await ask('/videos');
      const answer = await response.json();
      assert.deepEqual([response.status, answer.code, answer.data], [status, code, null]);
      assert.notEqual(answer.message, '');
      assert.equal(response.headers.get('cache-control'), 'no-store');
    });
  }

  it('by never answering is answered 504', async (test) => {
    const {ask, vendor} = await vendorProxy(test, {shield: {timeoutMs: 30, deadlineMs: 40}});
    vendor.misbehave({kind: 'hang'});
    assert.equal((await ask('/videos')).status, 504);
  });

  it('does not affect clients of cached answers', async (test) => {
    let now = Date.now();
    const {ask, list, vendor} = await vendorProxy(test, {
      account: {now: () => now},
      shield: {now: () => now, freshMs: 1_000, staleMs: 1_000},
    });
    const before = await list();
    vendor.misbehave({kind: 'reset'});
    now += 60_000;
    const response = await ask('/videos');
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), before);
    assert.doesNotMatch(response.headers.get('cache-control') ?? '', /s-maxage|stale/);
  });

  it('by its limit is answered 429 with Retry-After', async (test) => {
    const {ask, vendor} = await vendorProxy(test, {
      shield: {callsPerFiveMinutes: 1, maxWaitMs: 0},
    });
    assert.equal((await ask('/videos')).status, 200);
    const response = await ask('/videos?pageIndex=2');
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) >= 1);
    assert.equal((await response.json()).code, 429);
    assert.equal(vendor.calls.length, 1);
  });

  it('is not called any more when the client has disconnected', async (test) => {
    const {ask, vendor} = await vendorProxy(test);
    const held = deferred();
    test.after(() => held.resolve());
    vendor.misbehave({kind: 'slow', until: held.promise});
    const abort = new AbortController();
    const asked = ask('/videos', {signal: abort.signal});
    const call = await vendor.call(1);
    abort.abort();
    await assert.rejects(asked, {name: 'AbortError'});
    assert.equal(await call.ended, 'gone');
  });
});

describe('an upload callback, with lists from the vendor', () => {
  it('is announced, and the next list is a new one', async (test) => {
    const {list, callback, url, vendor} = await vendorProxy(test);
    const reader = await EventReader.open(`${url}/videos/events`);
    test.after(() => reader.close());
    await reader.next();
    assert.equal((await list()).data.videoListInfo[0]?.['videoId'], 'id-25');
    vendor.change({records: someRecords(26)});
    const uploaded = aRecord({videoId: 'id-26', videoState: '1'});
    assert.equal((await callback('/callbacks/secret', anEnvelope([uploaded]))).status, 200);
    assert.equal((await reader.nextVideo()).videoId, 'id-26');
    assert.equal((await list()).data.videoListInfo[0]?.['videoId'], 'id-26');
    assert.equal(vendor.calls.length, 2);
  });

  it('updates the next list also without event streams', async (test) => {
    const {list, callback, vendor} = await vendorProxy(test);
    await list();
    vendor.change({records: someRecords(26)});
    await callback('/callbacks/secret', anEnvelope([aRecord()]));
    assert.equal((await list()).data.videoListInfo[0]?.['videoId'], 'id-26');
  });

  it('is refused without a store, and so are events', async (test) => {
    const {callback, ask} = await vendorProxy(test, {store: undefined});
    const envelope = anEnvelope([aRecord()]);
    assert.equal((await callback('/callbacks/secret', envelope)).status, 501);
    assert.equal((await callback('/callbacks/wrong', envelope)).status, 403);
    assert.equal((await ask('/videos/events')).status, 501);
    assert.equal((await ask('/videos')).status, 200);
  });
});

describe('a callback to another process, with lists from the vendor', () => {
  async function sharedStore(test: Scene, events: EventOptions) {
    const scene = await vendorProxy(test, {events});
    const other = await openVideoStore({url: scene.databaseUrl});
    test.after(() => other.close());
    const newest = async () => (await scene.list()).data.videoListInfo[0]?.['videoId'];
    const uploadElsewhere = async () => {
      scene.vendor.change({records: someRecords(26)});
      await other.upsert([aRecord({videoId: 'id-26'})]);
    };
    const listen = async () => {
      const reader = await EventReader.open(`${scene.url}/videos/events`);
      test.after(() => reader.close());
      await reader.next();
      return reader;
    };
    return {...scene, newest, uploadElsewhere, listen};
  }

  it('updates the next list without event streams, with one call', async (test) => {
    const {newest, uploadElsewhere, vendor} = await sharedStore(test, {pollMs: 0});
    for (let n = 0; n < 3; n++) assert.equal(await newest(), 'id-25');
    assert.equal(vendor.calls.length, 1);
    await uploadElsewhere();
    for (let n = 0; n < 3; n++) assert.equal(await newest(), 'id-26');
    assert.equal(vendor.calls.length, 2);
  });

  it('is included in a new event stream', async (test) => {
    const {newest, uploadElsewhere, listen, vendor} = await sharedStore(test, {pollMs: NEVER_MS});
    assert.equal(await newest(), 'id-25');
    const before = await listen();
    assert.equal(await newest(), 'id-25');
    assert.equal(vendor.calls.length, 1);
    before.close();
    await uploadElsewhere();
    await until(async () => {
      (await listen()).close();
      return (await newest()) === 'id-26';
    });
    await listen();
    assert.equal(await newest(), 'id-26');
    assert.equal(vendor.calls.length, 2);
  });

  it('is missed while the store cannot be read, which is logged', async (test) => {
    const {newest, store, lines} = await sharedStore(test, {pollMs: 0});
    await store.close();
    assert.equal(await newest(), 'id-25');
    assert.match(lines.join(), /store cannot be read/);
  });

  it('is missed while the store does not answer', async (test) => {
    const silent = {lastSequence: () => new Promise(() => {})} as unknown as VideoStore;
    const {list} = await vendorProxy(test, {store: silent});
    assert.equal((await list()).code, 200);
  });
});

describe('the keys of the account', () => {
  it('are in no answer and in no line for the operator', async (test) => {
    const {ask, vendor, lines} = await vendorProxy(test);
    const seen: string[] = [];
    const look = async (path: string) => {
      const response = await ask(path);
      seen.push(JSON.stringify([...response.headers]), await response.text());
    };
    const paths = ['/videos', '/videos?x=1', '/videos/1/play', '/categories', '/nothing'];
    for (const path of paths) await look(path);
    for (const kind of ['reset', 'not-json', 'half-json'] as const) {
      vendor.misbehave({kind});
      for (const path of paths) await look(`${path}?pageIndex=${seen.length}`);
    }
    await until(() => lines.length > 0);
    for (const secret of [FAKE_KEYS.accessKey, FAKE_KEYS.secretKey, 'Signature=']) {
      assert.ok(![...seen, ...lines].some((text) => text.includes(secret)), secret);
    }
  });
});
