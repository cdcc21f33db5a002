import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {openVideoStore, signLink} from '../src/index.js';
import {aRecord} from '../../test/support/records.js';
import {FakeClock} from './support/fake-clock.js';
import {FAKE_KEYS, startFakeVendor, type FakeVendorOptions} from './support/fake-vendor.js';
import {aFolder, proxyScene, videosInOrder, type Scene} from './support/proxy-scene.js';
import {someRecords} from './support/vendor-scene.js';
import type {VideoProxyOptions} from '../src/index.js';

/** A proxy that lists from a vendor. */
async function vendorScene(
  test: Scene,
  options: VideoProxyOptions = {},
  account: FakeVendorOptions = {},
) {
  const vendor = await startFakeVendor({records: someRecords(5), ...account});
  test.after(() => vendor.close());
  const settings = {...FAKE_KEYS, endpoint: vendor.url};
  const scene = await proxyScene(test, {vendor: settings, mode: 'vendor', ...options});
  return {...scene, vendor};
}

const MIXED = [
  aRecord({videoId: 'b', videoName: 'beach', videoDuration: '90', createTime: '1700000001'}),
  aRecord({videoId: 'a', videoName: 'Ähre', videoDuration: 36, createTime: '1700000002'}),
  aRecord({videoId: 'c', videoName: 'Apple', videoDuration: '', createTime: '1700000003'}),
  aRecord({videoId: 'd', videoName: 'apple', videoDuration: '7200.5', createTime: '1700000004'}),
  aRecord({videoId: 'e', videoName: 'Zoo', videoDuration: 'null', createTime: '1700000005'}),
];

describe('the capabilities of a proxy', () => {
  it('depends on where its lists come from', async (test) => {
    const fromStore = await proxyScene(test);
    const fromVendor = await vendorScene(test);
    const capabilities = async ({ask}: {ask: (path: string) => Promise<Response>}) =>
      (await (await ask('/videos')).json()).capabilities;
    const stored = await capabilities(fromStore);
    assert.deepEqual(
      [stored.play, stored.video, stored.index, stored.sorts],
      [false, true, true, ['name', 'duration']],
    );
    const vendors = await capabilities(fromVendor);
    assert.deepEqual(
      [vendors.play, vendors.video, vendors.index, vendors.sorts],
      [true, true, false, []],
    );
  });
});

describe('a list that is sorted', () => {
  const cases: readonly [query: string, expected: string][] = [
    ['sortBy=name', 'c d b e a'],
    ['sortBy=name&listOrder=0', 'a e b d c'],
    ['sortBy=duration', 'c e a b d'],
    ['sortBy=duration&listOrder=0', 'd b a e c'],
    ['sortBy=duration&listOrder=0&videoName=p', 'd c'],
    ['sortBy=name&startTime=2023-11-15%2006:13:23', 'c d e'],
  ];
  for (const [query, expected] of cases) {
    it(`is in the order of ${query}`, async (test) => {
      const {ids} = await proxyScene(test, {records: MIXED});
      assert.equal((await ids(`?${query}`)).join(' '), expected);
      const paged = await Promise.all(
        [1, 2, 3].map((page) => ids(`?${query}&pageSize=2&pageIndex=${page}`)),
      );
      assert.equal(paged.flat().join(' '), expected);
    });
  }

  it('follows a change', async (test) => {
    const {ids, store} = await proxyScene(test, {records: MIXED});
    assert.equal((await ids('?sortBy=name')).join(' '), 'c d b e a');
    await store.upsert([aRecord({...MIXED[0], videoName: 'zz', updateTime: '1900000000'})]);
    assert.equal((await ids('?sortBy=name')).join(' '), 'c d e b a');
  });

  it('is refused with the name of the parameter if it is not supported', async (test) => {
    const {ask, vendor} = await vendorScene(test);
    const response = await ask('/videos?sortBy=name');
    assert.deepEqual([response.status, vendor.calls.length], [400, 0]);
    assert.match((await response.json()).message, /^sortBy /);
    const {ask: askStore} = await proxyScene(test);
    assert.equal((await askStore('/videos?sortBy=size')).status, 400);
  });
});

describe('one video by its id', () => {
  it('is a list of one', async (test) => {
    const {ask} = await proxyScene(test, {records: videosInOrder(3)});
    const response = await ask('/videos/id-002');
    const {code, data} = await response.json();
    assert.equal(code, 200);
    assert.deepEqual(
      [data.videoTotal, data.videoListInfo.length, data.videoListInfo[0].videoId],
      [1, 1, 'id-002'],
    );
    const etag = response.headers.get('etag') ?? '';
    const again = await ask('/videos/id-002', {headers: {'if-none-match': etag}});
    assert.equal(again.status, 304);
  });

  it('is found for ids with any characters', async (test) => {
    const odd = ['视频 1', 'a/b', 'a%2Fb', '?x=1', 'cover', 'a b+c', '💡'];
    const {ask} = await proxyScene(test, {records: odd.map((videoId) => aRecord({videoId}))});
    for (const videoId of odd) {
      const response = await ask(`/videos/${encodeURIComponent(videoId)}`);
      const {data} = await response.json();
      assert.equal(data?.videoListInfo[0].videoId, videoId);
    }
  });

  it('that does not exist has the same answer on every route', async (test) => {
    const publishUrls = () => undefined;
    const covers = {folder: await aFolder(test)};
    const scenes = [
      await proxyScene(test, {publishUrls, covers}),
      await vendorScene(test, {publishUrls, covers}),
    ];
    for (const {ask} of scenes) {
      for (const path of ['', '/play', '/cover', '/index']) {
        const response = await ask(`/videos/nobody${path}`);
        if (response.status === 501) continue;
        assert.equal(response.status, 404, path);
        assert.deepEqual(
          await response.json(),
          {code: 1502, message: 'There is no such video.', data: null},
          path,
        );
      }
    }
  });

  it('can be used with the query of the list', async (test) => {
    const {ask} = await proxyScene(test, {records: videosInOrder(3)});
    assert.equal((await ask('/videos/id-002?createUser=nobody&x=1')).status, 200);
  });

  it('does not exist outside the scope, and for another token', async (test) => {
    const key = {id: 'k', secret: 'x'.repeat(32)};
    const {ask} = await proxyScene(test, {
      linkKeys: [key],
      records: [
        aRecord({videoId: 'sea', videoClassification: 'sea'}),
        aRecord({videoId: 'city', videoClassification: 'town'}),
      ],
    });
    const expires = Date.now() + 3_600_000;
    const token = await signLink(key, {categories: ['sea']}, expires);
    assert.equal((await ask(`/videos/sea?token=${token}`)).status, 200);
    assert.equal((await ask(`/videos/city?token=${token}`)).status, 404);
    assert.equal((await ask('/videos/sea')).status, 401);
    assert.equal((await ask('/videos/sea/index')).status, 401);
    assert.equal((await ask(`/videos/city/index?token=${token}`)).status, 404);
    const answer = await ask(`/videos/sea?token=${token}`);
    assert.match(answer.headers.get('cache-control') ?? '', /^private/);
  });

  it('needs one call to the vendor, and guesses are counted', async (test) => {
    const {ask, vendor} = await vendorScene(test);
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await ask('/videos/id-3')).status),
    );
    assert.deepEqual([statuses, vendor.calls.length], [[200, 200, 200], 1]);
    const guessed: number[] = [];
    for (let n = 0; n < 12; n++) guessed.push((await ask(`/videos/none-${n}`)).status);
    assert.deepEqual(guessed, [...Array<number>(10).fill(404), 429, 429]);
    assert.equal(vendor.calls.length, 11);
    assert.equal((await ask('/videos/id-3')).status, 200);
  });
});

describe('the index of a video in a list', () => {
  it('is its index in any list that it is on', async (test) => {
    const records = videosInOrder(40).map((record, n) => ({
      ...record,
      videoName: `Video ${(n * 7) % 40}`,
      videoDuration: String((n * 11) % 40),
      createUser: n % 2 ? 'ana' : 'ben',
      videoClassification: n % 3 ? 'sea' : 'city',
    }));
    const {ask} = await proxyScene(test, {records});
    const parameters = fc.record(
      {
        sortBy: fc.constantFrom('name', 'duration'),
        listOrder: fc.constantFrom('0', '1'),
        createUser: fc.constantFrom('ana', 'ben', 'ana,ben'),
        videoClassification: fc.constantFrom('sea', 'city', 'city,sea'),
        videoName: fc.constantFrom('video 1', '3', 'nothing'),
      },
      {requiredKeys: []},
    );
    await fc.assert(
      fc.asyncProperty(parameters, fc.integer({min: 1, max: 40}), async (given, n) => {
        const query = new URLSearchParams({...given, pageSize: '50'});
        const list = (await (await ask(`/videos?${query}`)).json()).data;
        const all = list.videoListInfo.map(({videoId}: {videoId: string}) => videoId);
        const videoId = `id-${String(n).padStart(3, '0')}`;
        const response = await ask(`/videos/${videoId}/index?${query}`);
        const {code, data} = await response.json();
        const expected = all.includes(videoId)
          ? [200, {index: all.indexOf(videoId), total: all.length}]
          : [1502, null];
        assert.deepEqual([code, data], expected);
      }),
      {numRuns: 60},
    );
  });

  it('follows a change, is refused with parameters that are not known, and is not known to the vendor', async (test) => {
    const {ask, store} = await proxyScene(test, {records: videosInOrder(3)});
    const index = async () => (await (await ask('/videos/id-001/index')).json()).data;
    assert.deepEqual(await index(), {index: 2, total: 3});
    await store.upsert([aRecord({videoId: 'new', createTime: '1800000000'})]);
    assert.deepEqual(await index(), {index: 3, total: 4});
    assert.equal((await ask('/videos/id-001/index?x=1')).status, 400);
    const vendors = await vendorScene(test);
    assert.equal((await vendors.ask('/videos/id-1/index')).status, 501);
  });
});

describe('play addresses that end', () => {
  it('contain their expiry, in addition to the vendor’s data', async (test) => {
    const originUrl = `https://a.example/1.mp4?expires=${1_900_000_000}`;
    const publishUrls = (id: string) => [
      {urlType: 'PC' as const, originUrl: id === 'ends' ? originUrl : 'https://a.example/1.mp4'},
    ];
    const records = [aRecord({videoId: 'ends'}), aRecord({videoId: 'stays'})];
    const {ask} = await proxyScene(test, {records, publishUrls});
    const expiry = async (id: string) =>
      (await (await ask(`/videos/${id}/play`)).json()).expiresAtMs;
    assert.deepEqual([await expiry('ends'), await expiry('stays')], [1_900_000_000_000, undefined]);
  });
});

describe('the tree of categories', () => {
  const categories = [
    {labelName: 'Cities', nodeId: 'c', parentNodeId: 'p'},
    {labelName: 'Places', nodeId: 'p'},
    {labelName: 'News', nodeId: 'n', parentNodeId: '0'},
  ];
  const tree = async ({ask}: {ask: (path: string) => Promise<Response>}, query = '') => {
    const {data} = await (await ask(`/categories/tree${query}`)).json();
    assert.equal(data.total, data.categoryList.length);
    return data.categoryList.map(
      (node: {labelName: string; parentNodeId: string | null}) =>
        `${node.labelName}<${node.parentNodeId}`,
    );
  };

  it('is the vendor’s, parents first, and fetched once for all requests', async (test) => {
    const scene = await vendorScene(test, {}, {categories});
    const expected = ['Places<null', 'Cities<p', 'News<null'];
    const all = await Promise.all([1, 2, 3].map(() => tree(scene)));
    assert.deepEqual(all, [expected, expected, expected]);
    assert.deepEqual(await tree(scene), expected);
    assert.equal(scene.vendor.calls.length, 1);
    assert.equal((await scene.ask('/categories/tree?pageSize=1')).status, 400);
    assert.equal((await scene.ask('/categories/tree', {method: 'POST'})).status, 405);
  });

  it('is saved in the store, also while the vendor fails, with the names in use', async (test) => {
    const records = [aRecord({videoClassification: 'Cities,Beaches'})];
    const scene = await vendorScene(test, {mode: 'store'}, {categories, records: []});
    await scene.store.upsert(records);
    const expected = ['Places<null', 'Cities<p', 'News<null', 'Beaches<null'];
    assert.deepEqual(await tree(scene), expected);
    const away = {...FAKE_KEYS, endpoint: 'http://127.0.0.1:1', timeoutMs: 50};
    const url = scene.databaseUrl;
    const store = await openVideoStore({url});
    test.after(() => store.close());
    const again = await proxyScene(test, {store, vendor: away, mode: 'store'});
    assert.deepEqual(await tree(again), expected);
  });

  it('that the vendor refuses is not requested again for each user', async (test) => {
    const clock = new FakeClock();
    const {now, sleep} = clock;
    const vendor = await startFakeVendor({categories, now});
    test.after(() => vendor.close());
    const settings = {...FAKE_KEYS, endpoint: vendor.url, now, sleep};
    const {ask} = await proxyScene(test, {vendor: settings, mode: 'vendor'});
    vendor.misbehave({kind: 'vendor-error', code: 1535});
    for (let n = 0; n < 5; n++) {
      const response = await ask('/categories/tree');
      assert.equal(response.status, 403);
      assert.equal((await response.json()).code, 1535);
      // Equal calls share a failure for a second only.
      await clock.advance(2_000);
    }
    assert.equal(vendor.calls.length, 1);
  });

  it('has the used names without an account, and those of the scope', async (test) => {
    const key = {id: 'k', secret: 'x'.repeat(32)};
    const records = [aRecord({videoClassification: 'Cities,Beaches'})];
    const alone = await proxyScene(test, {records});
    assert.deepEqual(await tree(alone), ['Beaches<null', 'Cities<null']);
    const scoped = await vendorScene(test, {linkKeys: [key]}, {categories});
    const token = await signLink(key, {categories: ['Cities']}, Date.now() + 60_000);
    assert.deepEqual(await tree(scoped, `?token=${token}`), ['Cities<null']);
    assert.equal((await scoped.ask('/categories/tree')).status, 401);
  });
});
