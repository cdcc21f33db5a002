import fc from 'fast-check';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Scope} from '../../src/index.js';
import {aRecord, type WireRecord} from '../../../test/support/records.js';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {proxyScene, type Scene, type WireEnvelope} from '../support/proxy-scene.js';

const CATEGORIES = ['nature', 'sea', 'Sea', 'news', "o'clock"];
const CREATORS = ['ann', 'bob', 'Bob'];

/** A video for each combination of the fields that scopes use. */
const VIDEOS: readonly WireRecord[] = CATEGORIES.flatMap((videoClassification, c) =>
  CREATORS.flatMap((createUser, u) =>
    ['0', '1'].flatMap((videoState) =>
      ['1', '3'].map((transcodeState) =>
        aRecord({
          videoId: `v-${c}${u}${videoState}${transcodeState}`,
          videoName: `${videoClassification} by ${createUser}`,
          createTime: String(1_700_000_000 + c * 100 + u),
          videoClassification,
          createUser,
          videoState,
          transcodeState,
        }),
      ),
    ),
  ),
);

const byId = new Map(VIDEOS.map((record) => [record['videoId'], record]));

/** Implemented independently of the proxy. */
function mayBeSeen(videoId: unknown, scope: Scope): boolean {
  const video = byId.get(videoId);
  assert.ok(video, `no video ${String(videoId)}`);
  if (scope.categories && !scope.categories.some((name) => name === video['videoClassification'])) {
    return false;
  }
  if (scope.createdBy && !scope.createdBy.some((name) => name === video['createUser']))
    return false;
  if (scope.availableOnly && video['videoState'] !== '1') return false;
  return !(scope.transcodedOnly && video['transcodeState'] !== '1');
}

async function scopedProxy(test: Scene, mode: 'vendor' | 'store', scope: Scope) {
  const vendor = await startFakeVendor({records: VIDEOS, callsPerFiveMinutes: 1e6});
  test.after(() => vendor.close());
  const settings = {...FAKE_KEYS, endpoint: vendor.url, callsPerFiveMinutes: 1e6};
  return proxyScene(test, {
    mode,
    vendor: settings,
    records: mode === 'store' ? VIDEOS : [],
    scope,
    limits: {requestsPerMinute: 0},
  });
}

const names = (pool: readonly string[]) => fc.subarray([...pool], {minLength: 0});

const anyScope: fc.Arbitrary<Scope> = fc.record(
  {
    categories: names(CATEGORIES),
    createdBy: names(CREATORS),
    availableOnly: fc.boolean(),
    transcodedOnly: fc.boolean(),
  },
  {requiredKeys: []},
);

const anyName = fc.constantFrom(
  ...[
    'pageIndex',
    'pageSize',
    'listOrder',
    'videoName',
    'videoId',
    'videoStatus',
    'transcodeState',
  ],
  ...['videoClassification', 'createUser', 'startTime', 'endTime'],
  ...['VideoStatus', 'videostatus', 'videoStatus[]', 'scope', 'token', '__proto__', 'constructor'],
);

const anyValue = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '2',
    '3',
    '-1',
    '',
    ' ',
    '01',
    '1e0',
    '0x1',
    'null',
    '*',
    '%',
    ',',
    "'",
  ),
  fc.constantFrom(...CATEGORIES, ...CREATORS, 'SEA', 'sea,news', ',sea', 'sea%2Cnews', 'v-0011'),
  fc.constantFrom("' OR 1=1 --", 'sea"', '2000-01-01 00:00:00', '2100-01-01 00:00:00'),
  fc.string({maxLength: 12}),
);

/** Parameters of an attacker, some of them twice. */
const anyParameters = fc.array(fc.tuple(anyName, anyValue), {maxLength: 5});

describe('a scope', () => {
  for (const mode of ['vendor', 'store'] as const) {
    it(`cannot be left by a query, with lists from the ${mode}`, async (test) => {
      const scopes = fc.sample(anyScope, {numRuns: 6, seed: 15});
      for (const scope of [{}, ...scopes]) {
        const {ask} = await scopedProxy(test, mode, scope);
        let listed = 0;
        const look = async (parameters: [string, string][], post: boolean) => {
          const body = JSON.stringify(Object.fromEntries(parameters));
          const response = post
            ? await ask('/videos', {method: 'POST', body})
            : await ask(`/videos?${new URLSearchParams(parameters)}`);
          const {data} = (await response.json()) as WireEnvelope;
          assert.ok([200, 400].includes(response.status), `status ${response.status}`);
          for (const {videoId} of data?.videoListInfo ?? []) {
            listed += 1;
            assert.ok(mayBeSeen(videoId, scope), `${String(videoId)} is not in the scope`);
          }
        };
        await fc.assert(fc.asyncProperty(anyParameters, fc.boolean(), look), {
          numRuns: 80,
          seed: 15,
        });
        await look([['pageSize', '50']], false);
        const all = VIDEOS.filter(({videoId}) => mayBeSeen(videoId, scope)).length;
        assert.ok(listed >= Math.min(all, 50), 'the scope shows what it should');
      }
    });

    it(`holds for play addresses, with lists from the ${mode}`, async (test) => {
      const scope: Scope = {categories: ['sea', 'news'], createdBy: ['ann'], availableOnly: true};
      const {ask} = await scopedProxy(test, mode, scope);
      // Like a gallery, which plays videos that were on a list.
      assert.equal((await ask('/videos?pageSize=50')).status, 200);
      const hidden = VIDEOS.filter(({videoId}) => !mayBeSeen(videoId, scope)).slice(0, 8);
      for (const {videoId} of hidden) {
        const response = await ask(`/videos/${String(videoId)}/play`);
        assert.equal(response.status, 404, String(videoId));
        assert.equal((await response.json()).code, 1502);
      }
      const shown = VIDEOS.filter(({videoId}) => mayBeSeen(videoId, scope));
      assert.equal(shown.length, 4);
      for (const {videoId} of shown) {
        assert.equal((await ask(`/videos/${String(videoId)}/play`)).status, 200, String(videoId));
      }
    });
  }

  it('sends no query for videos that cannot be in it', async (test) => {
    const vendor = await startFakeVendor({records: VIDEOS});
    test.after(() => vendor.close());
    const {list} = await proxyScene(test, {
      vendor: {...FAKE_KEYS, endpoint: vendor.url},
      scope: {availableOnly: true, categories: ['sea']},
    });
    const {data} = await list('?videoStatus=1');
    assert.deepEqual(data, {videoTotal: 0, total: 0, videoListInfo: []});
    assert.deepEqual((await list('?videoClassification=news')).data.videoListInfo, []);
    assert.equal(vendor.calls.length, 0);
  });

  it('shows its own categories only', async (test) => {
    const categories = Array.from({length: 130}, (_, n) => ({labelName: `c${n}`, nodeId: `${n}`}));
    const vendor = await startFakeVendor({categories});
    test.after(() => vendor.close());
    const {ask} = await proxyScene(test, {
      vendor: {...FAKE_KEYS, endpoint: vendor.url},
      scope: {categories: ['c1', 'c129', 'none']},
    });
    const {data} = await (await ask('/categories')).json();
    assert.deepEqual(
      [data.total, data.categoryList.map(({nodeId}: {nodeId: string}) => nodeId)],
      [2, ['1', '129']],
    );
    const second = await (await ask('/categories?pageSize=1&pageIndex=2')).json();
    assert.equal(second.data.categoryList[0].labelName, 'c129');
  });

  it('shows no category without a video in it, with lists from the store', async (test) => {
    const {ask} = await scopedProxy(test, 'store', {createdBy: ['nobody']});
    assert.equal((await (await ask('/categories')).json()).data.total, 0);
    const some = await scopedProxy(test, 'store', {createdBy: ['ann'], categories: ['sea', 'x']});
    const {data} = await (await some.ask('/categories')).json();
    assert.deepEqual(
      data.categoryList.map(({labelName}: {labelName: string}) => labelName),
      ['sea'],
    );
  });

  it('is refused with an unknown member, because it would be wider than intended', async (test) => {
    const scope = {catagories: ['sea']} as Scope;
    await assert.rejects(proxyScene(test, {scope}), /no "catagories"/);
    await assert.rejects(proxyScene(test, {scope: {categories: ['a,b']}}), /wrong value/);
  });

  it('may depend on the request, and then no cache may share the answer', async (test) => {
    const {ask} = await proxyScene(test, {
      records: VIDEOS,
      access: ({headers}) => ({createdBy: [headers.get('x-user') ?? 'nobody']}),
    });
    const seenBy = async (user: string) => {
      const response = await ask('/videos?pageSize=50', {headers: {'x-user': user}});
      assert.match(response.headers.get('cache-control') ?? '', /^private, max-age=5$/);
      const {data} = (await response.json()) as WireEnvelope;
      return data.total;
    };
    assert.deepEqual(
      [await seenBy('ann'), await seenBy('nobody'), await seenBy('bob')],
      [20, 0, 20],
    );
  });
});

describe('an answer', () => {
  for (const mode of ['vendor', 'store'] as const) {
    it(`has the number of its page, with lists from the ${mode}`, async (test) => {
      const {ask} = await scopedProxy(test, mode, {});
      const page = async (query: string) => {
        const {pageIndex, pageSize} = await (await ask(`/videos${query}`)).json();
        return [pageIndex, pageSize];
      };
      assert.deepEqual(await page(''), [1, 10]);
      assert.deepEqual(await page('?pageSize=7&pageIndex=3'), [3, 7]);
      assert.deepEqual(await page('?pageSize=60'), [1, 50]);
    });
  }
});
