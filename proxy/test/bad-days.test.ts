import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {until} from '../../test/support/until.js';
import {FakeClock} from './support/fake-clock.js';
import {FAKE_KEYS, startFakeVendor} from './support/fake-vendor.js';
import {proxyScene, type Scene} from './support/proxy-scene.js';
import {someRecords} from './support/vendor-scene.js';

const MINUTE = 60_000;

/** Milliseconds that a request waits if there is an old copy. */
const PATIENCE_MS = 1_500;

/** Time limit of a call in milliseconds. */
const CALL_MS = 5_000;

/** Milliseconds for which the breaker stays open. */
const OPEN_MS = 10_000;

/** The proxy over real HTTP, a vendor that can hang, and a fake clock. */
async function scene(test: Scene) {
  const clock = new FakeClock();
  const vendor = await startFakeVendor({records: someRecords(25), now: clock.now});
  test.after(() => vendor.close());
  const {now, sleep} = clock;
  // One attempt for each call, counted in memory, because a store uses its own clock.
  const times = {now, sleep, timeoutMs: CALL_MS, deadlineMs: CALL_MS};
  const alone = {ledger: undefined, answers: undefined};
  const proxy = await proxyScene(test, {
    vendor: {...FAKE_KEYS, endpoint: vendor.url, ...times, ...alone},
  });
  const look = async (path = '/videos') => {
    const {status, headers} = await proxy.ask(path);
    return {
      status,
      how: headers.get('cache-status'),
      age: headers.get('age'),
      retryAfter: headers.get('retry-after'),
      caching: headers.get('cache-control'),
    };
  };
  /** Sends a request, and advances the clock by the wait for a newer copy. */
  const lookPatiently = async () => {
    const calls = vendor.calls.length;
    const looked = look();
    await vendor.call(calls + 1);
    await clock.asleep(PATIENCE_MS);
    await clock.advance(PATIENCE_MS);
    return looked;
  };
  return {...proxy, clock, vendor, look, lookPatiently};
}

/** The proxy's member of `Cache-Status`. */
const said = (parameters: string) => `cloud-vod-gallery; ${parameters}`;

describe('the response says where its data comes from', () => {
  it('requested, from memory, or an older copy during a renewal', async (test) => {
    const {clock, look, vendor} = await scene(test);
    assert.equal((await look()).how, said('fwd=miss; stored; ttl=30'));
    await clock.advance(12_500);
    const fresh = await look();
    assert.deepEqual([fresh.how, fresh.age], [said('hit; ttl=17'), null]);
    await clock.advance(MINUTE);
    vendor.misbehave({kind: 'hang'});
    const old = await look();
    assert.deepEqual([old.how, old.age], [said('hit; ttl=-43; detail=refreshing'), '72']);
    assert.equal(old.caching, 'public, max-age=0, must-revalidate');
  });

  it('also for 304 and for POST', async (test) => {
    const {ask} = await scene(test);
    const etag = (await ask('/videos')).headers.get('etag') ?? '';
    const unchanged = await ask('/videos', {headers: {'if-none-match': etag}});
    assert.equal(unchanged.status, 304);
    assert.equal(unchanged.headers.get('cache-status'), said('hit; ttl=30'));
    const posted = await ask('/videos', {method: 'POST', body: '{}'});
    assert.equal(posted.headers.get('cache-status'), said('hit; ttl=30'));
  });
});

describe('a vendor that hangs', () => {
  it('does not delay clients for whom there is an old copy', async (test) => {
    const {clock, look, lookPatiently, vendor} = await scene(test);
    await look();
    vendor.misbehave({kind: 'hang'});
    await clock.advance(10 * MINUTE);
    const waited = await lookPatiently();
    assert.deepEqual([waited.status, waited.age], [200, '601']);
    assert.equal(waited.how, said('fwd=stale; ttl=-572; detail=timeout'));
    // The call is still in flight. Other requests do not wait for it.
    const calls = vendor.calls.length;
    for (let n = 0; n < 20; n++) assert.equal((await look()).status, 200);
    assert.equal(vendor.calls.length, calls);
  });

  it('is not called for a while, then once, and is used again when it answers', async (test) => {
    const {clock, lines, look, lookPatiently, proxy, vendor} = await scene(test);
    await look();
    vendor.misbehave({kind: 'hang'});
    await clock.advance(10 * MINUTE);
    const open = () => proxy.status().vendor?.openBreakers ?? [];
    for (let failures = 1; failures <= 5; failures++) {
      assert.deepEqual(open(), []);
      await lookPatiently();
      await clock.advance(CALL_MS);
      await until(() => proxy.status().vendor?.failures === failures, 'the failure');
      await clock.advance(1_000);
    }
    assert.deepEqual(open(), ['getVideoList']);
    const calls = vendor.calls.length;
    assert.equal(calls, 6);
    const old = await look();
    assert.equal(old.status, 200);
    assert.match(String(old.how), /^cloud-vod-gallery; hit; ttl=-\d+; detail=unavailable$/);
    // Without a copy, the request fails.
    const none = await look('/videos?pageIndex=2');
    assert.equal(none.status, 503);
    assert.ok(
      Number(none.retryAfter) >= 1 && Number(none.retryAfter) <= 10,
      String(none.retryAfter),
    );
    assert.equal(vendor.calls.length, calls);
    // Other calls are not affected.
    vendor.behave();
    assert.equal((await look('/categories')).status, 200);
    await clock.advance(OPEN_MS);
    const again = await look();
    assert.deepEqual([again.how, again.age], [said('fwd=stale; stored; ttl=30'), null]);
    assert.deepEqual(open(), []);
    const told = lines.filter((line) => line.startsWith('getVideoList: the vendor '));
    assert.deepEqual(told, [
      'getVideoList: the vendor is not called for a while, because it does not answer',
      'getVideoList: the vendor answers again',
    ]);
  });
});
