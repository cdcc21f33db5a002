import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {VendorOptions, VideoProxyOptions} from '../../src/index.js';
import {aRecord, type WireRecord} from '../../../test/support/records.js';
import {clientAt} from '../support/clients.js';
import {FAKE_KEYS, startFakeVendor, type FakeVendorOptions} from '../support/fake-vendor.js';
import {proxyScene, type Scene} from '../support/proxy-scene.js';
import {someRecords} from '../support/vendor-scene.js';

const GALLERY = 'https://www.example.com';

async function playScene(
  test: Scene,
  {
    account,
    shield,
    ...options
  }: VideoProxyOptions & {
    account?: FakeVendorOptions;
    shield?: Partial<VendorOptions>;
    records?: readonly WireRecord[];
  } = {},
) {
  const vendor = await startFakeVendor({records: someRecords(600), ...account});
  test.after(() => vendor.close());
  const settings = {...FAKE_KEYS, endpoint: vendor.url, ...shield};
  const scene = await proxyScene(test, {vendor: settings, ...options});
  const at = (address: string) => {
    const {ask} = clientAt(test, address);
    return (path: string, headers: Record<string, string> = {}) => ask(scene.url + path, {headers});
  };
  return {...scene, vendor, at};
}

describe('ids that do not exist', () => {
  it(
    'do not affect the pages and play addresses of other clients',
    {timeout: 60_000},
    async (test) => {
      const {at, vendor} = await playScene(test);
      const attacker = at('127.0.0.2');
      let isOver = false;
      const refused: (string | undefined)[] = [];
      const loops = Array.from({length: 20}, async (_, loop) => {
        for (let n = 0; !isOver; n++) {
          const {status, headers} = await attacker(`/videos/made-up-${loop}-${n}/play`);
          assert.ok([404, 429].includes(status), String(status));
          if (status === 429) refused.push(headers['retry-after']);
        }
      });
      const user = at('127.0.0.3');
      for (let page = 1; page <= 20; page++) {
        const {status} = await user(`/videos?pageSize=24&pageIndex=${page}`);
        assert.equal(status, 200, `page ${page}`);
        const videoId = `id-${600 - (page - 1) * 24}`;
        assert.equal((await user(`/videos/${videoId}/play`)).status, 200, videoId);
      }
      isOver = true;
      await Promise.all(loops);
      assert.ok(refused.length > 0);
      for (const seconds of refused) assert.ok(Number(seconds) >= 1, 'Retry-After');
      const madeUp = vendor.calls.filter(({body}) => body.includes('made-up'));
      assert.ok(madeUp.length <= 10, `${madeUp.length} calls for ids that do not exist`);
    },
  );

  it(
    'cost a bounded number of calls however many addresses ask',
    {timeout: 60_000},
    async (test) => {
      const {at, vendor} = await playScene(test);
      for (let n = 1; n <= 12; n++) {
        const attacker = at(`127.0.1.${n}`);
        for (let id = 0; id < 5; id++) await attacker(`/videos/made-up-${n}-${id}/play`);
      }
      assert.ok(vendor.calls.length <= 30, `${vendor.calls.length} calls`);
      assert.equal((await at('127.0.0.3')('/videos')).status, 200);
      assert.equal((await at('127.0.0.3')('/videos/id-600/play')).status, 200);
    },
  );

  it('are requested once', async (test) => {
    const {at, vendor} = await playScene(test);
    const ask = at('127.0.0.2');
    for (let n = 0; n < 5; n++) assert.equal((await ask('/videos/nobody/play')).status, 404);
    assert.equal(vendor.calls.length, 1);
  });

  it('need no call if lists come from the store', async (test) => {
    const records = [aRecord({videoId: 'id-1'})];
    const {at, vendor} = await playScene(test, {mode: 'store', records});
    const ask = at('127.0.0.2');
    for (let n = 0; n < 50; n++) assert.equal((await ask(`/videos/x-${n}/play`)).status, 404);
    assert.equal(vendor.calls.length, 0);
    assert.equal((await ask('/videos/id-1/play')).status, 200);
  });

  it('do not include ids from a callback', async (test) => {
    const records = Array.from({length: 15}, (_, n) => aRecord({videoId: `id-${n + 1}`}));
    const {at} = await playScene(test, {records});
    const ask = at('127.0.0.2');
    for (let n = 0; n < 20; n++) await ask(`/videos/x-${n}/play`);
    for (const {videoId} of records) {
      assert.equal((await ask(`/videos/${String(videoId)}/play`)).status, 200);
    }
  });

  it('are refused because of their format, without a call', async (test) => {
    const {at, vendor} = await playScene(test);
    const ask = at('127.0.0.2');
    for (const id of [
      '%20',
      'x'.repeat(129),
      'a%0Ab',
      'a%00',
      '%E4%B8%AD',
      'a.b',
      'a%2Fb',
      "a'b",
    ]) {
      const {status, body} = await ask(`/videos/${id}/play`);
      assert.equal(status, 400, id);
      assert.equal(JSON.parse(body).code, 400, id);
    }
    assert.equal(vendor.calls.length, 0);
  });
});

describe('play addresses', () => {
  const urls = (query: string) => () => [
    {
      urlType: 'PC',
      originUrl: `https://cdn.example/v.mp4?${query}`,
      sdUrl: 'https://cdn.example/sd',
    },
  ];
  const seconds = (later: number) => Math.floor(Date.now() / 1000) + later;
  const amzDate = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const ends: readonly [query: string, isShort: boolean][] = [
    ['', false],
    ['quality=1700000000', false],
    [`Expires=${seconds(3)}&Signature=x`, true],
    [`expires=${seconds(3)}000`, true],
    [`e=1&exp=${seconds(3)}`, true],
    [`auth_key=${seconds(3)}-0-0-abc`, true],
    [`hdnts=st=1~exp=${seconds(3)}~acl=/*~hmac=x`, true],
    [`wsSecret=x&wsABSTime=${seconds(3).toString(16)}`, true],
    [`X-Amz-Date=${amzDate}&X-Amz-Expires=4&X-Amz-Signature=x`, true],
    ['Expires=soon&X-Amz-Expires=4', false],
    ['X-Amz-Date=20261399T000000Z&X-Amz-Expires=4', false],
  ];
  for (const [query, isShort] of ends) {
    it(`are not cached after their expiry: ${query || 'no end'}`, async (test) => {
      const caching = {
        maxAgeSeconds: 300,
        sharedMaxAgeSeconds: 600,
        staleWhileRevalidateSeconds: 60,
      };
      const {ask} = await playScene(test, {account: {publishUrls: urls(query)}, caching});
      const terms = (await ask('/videos/id-1/play')).headers.get('cache-control') ?? '';
      const [, own, shared, stale] =
        /^public, max-age=(\d+), s-maxage=(\d+), stale-while-revalidate=(\d+)$/.exec(terms) ?? [];
      const kept = [Number(own), Number(shared), Number(stale)];
      if (!isShort) return assert.deepEqual(kept, [300, 600, 60]);
      assert.ok(kept[0]! <= 4 && kept[1]! <= 4 && kept[2] === 0, terms);
    });
  }

  it('are requested again when the cached ones have expired', async (test) => {
    let now = Date.now();
    const publishUrls = () => [
      {urlType: 'PC', originUrl: `https://a.example/?exp=${Math.floor(now / 1000) + 5}`},
    ];
    const {ask, vendor} = await playScene(test, {
      account: {publishUrls, now: () => now},
      shield: {now: () => now},
    });
    const look = async () => (await ask('/videos/id-1/play')).status;
    assert.deepEqual([await look(), await look(), vendor.calls.length], [200, 200, 1]);
    now += 6_000;
    assert.deepEqual([await look(), vendor.calls.length], [200, 2]);
    now += 6_000;
    vendor.misbehave({kind: 'http', status: 500});
    assert.equal(await look(), 502, 'what has ended is no stand-in for what cannot be had');
  });

  const pages: readonly [headers: Record<string, string>, isAllowed: boolean][] = [
    [{origin: GALLERY}, true],
    [{referer: `${GALLERY}/some/page?x=1`}, true],
    [{'sec-fetch-site': 'same-origin'}, true],
    [{}, false],
    [{origin: 'https://evil.example'}, false],
    [{origin: 'null'}, false],
    [{referer: `https://evil.example/?${GALLERY}`}, false],
    [{referer: `${GALLERY}.evil.example/`}, false],
    [{referer: 'https://www.example.com@evil.example/'}, false],
    [{referer: 'nonsense'}, false],
    [{origin: 'https://evil.example', referer: `${GALLERY}/`}, false],
    [{'sec-fetch-site': 'cross-site', origin: 'https://evil.example'}, false],
  ];
  for (const [headers, isAllowed] of pages) {
    it(`are ${isAllowed ? '' : 'not '}given to ${JSON.stringify(headers)}`, async (test) => {
      const {at} = await playScene(test, {playOrigins: [GALLERY]});
      const {status, headers: answered} = await at('127.0.0.2')('/videos/id-1/play', headers);
      assert.equal(status, isAllowed ? 200 : 403);
      // A cached copy would be returned to other pages without a check.
      if (isAllowed) assert.match(answered['cache-control'] ?? '', /^private/);
      assert.equal((await at('127.0.0.2')('/videos', headers)).status, 200);
    });
  }
});

describe("the vendor's own words", () => {
  it('are in the log only', async (test) => {
    const {ask, vendor, lines} = await playScene(test);
    const failures: readonly [code: number, status: number][] = [
      [1535, 403],
      [1532, 502],
      [99, 502],
    ];
    for (const [code, status] of failures) {
      vendor.misbehave({
        kind: 'vendor-error',
        code,
        message: `account zhang3 at 10.2.3.4: ${code}`,
      });
      const response = await ask(`/videos/id-${code % 100}/play`);
      const answer = await response.json();
      assert.deepEqual([response.status, answer.code], [status, code]);
      assert.doesNotMatch(answer.message, /zhang3|10\.2|\d/);
      assert.match(lines.at(-1) ?? '', /zhang3/);
    }
  });
});
