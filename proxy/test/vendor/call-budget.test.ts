import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CallBudget} from '../../src/vendor/call-budget.js';
import {MemoryLedger} from '../../src/vendor/call-ledger.js';
import {VendorError} from '../../src/vendor/vendor-error.js';
import {FakeClock} from '../support/fake-clock.js';

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;

function aBudget({limit = 300, maxWaitMs = Infinity} = {}) {
  const clock = new FakeClock(0);
  const rule = {limit, windowMs: WINDOW};
  const budget = new CallBudget({rule, ledger: new MemoryLedger(rule, clock), maxWaitMs, clock});
  const passed: number[] = [];
  const take = (signal = new AbortController().signal) =>
    budget.take({share: 'list'}, signal).then(() => void passed.push(clock.now()));
  return {clock, budget, passed, take};
}

/** The maximum number of calls in any window of five minutes. */
function mostInAnyWindow(times: readonly number[]): number {
  return Math.max(
    ...times.map((start) => times.filter((ms) => ms >= start && ms < start + WINDOW).length),
  );
}

/** Reproducible random numbers below 1. */
function dice(seed: number) {
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('the budget of calls', () => {
  for (const limit of [1, 2, 3, 7, 300]) {
    it(`lets ${limit} through in any window, whatever the load`, async () => {
      const {clock, passed, take} = aBudget({limit, maxWaitMs: 20_000});
      const roll = dice(limit);
      for (let minute = 0; minute < 60; minute++) {
        // Bursts, quiet minutes, and everything between.
        for (let calls = Math.floor(roll() ** 3 * limit); calls >= 0; calls--)
          take().catch(() => {});
        await clock.advance(Math.round(roll() * 2 * MINUTE));
      }
      assert.ok(passed.length > limit);
      assert.ok(mostInAnyWindow(passed) <= limit, `${mostInAnyWindow(passed)} in a window`);
    });
  }

  it('does not double the limit after a quiet hour', async () => {
    const {clock, passed, take} = aBudget();
    await clock.advance(60 * MINUTE);
    for (let calls = 0; calls < 700; calls++) void take();
    await clock.advance(2 * WINDOW);
    assert.ok(mostInAnyWindow(passed) <= 300);
  });

  it('uses the whole limit under constant load', async () => {
    const {clock, passed, take} = aBudget();
    for (let calls = 0; calls < 1000; calls++) void take();
    await clock.advance(3 * WINDOW - 1);
    assert.equal(passed.length, 900);
  });

  it('allows half of them at once, and then no request waits long', async () => {
    const {clock, passed, take} = aBudget();
    for (let calls = 0; calls < 150; calls++) void take();
    await clock.advance(0);
    assert.equal(passed.length, 150);
    void take();
    await clock.advance(2_000);
    assert.equal(passed.length, 151);
  });

  it('refuses at once a request that would wait too long, with Retry-After', async () => {
    const {take} = aBudget({limit: 4, maxWaitMs: 5_000});
    await Promise.all([take(), take()]);
    await assert.rejects(take(), (error) => {
      assert.ok(error instanceof VendorError);
      assert.deepEqual(
        [error.code, error.status, error.retryAfterSeconds],
        ['rate-limited', 429, 100],
      );
      return true;
    });
  });

  it('gives the turn of a disconnected client to the next one', async () => {
    const {clock, passed, take} = aBudget({limit: 4});
    await Promise.all([take(), take()]);
    const impatient = new AbortController();
    const gone = assert.rejects(take(impatient.signal), {name: 'AbortError'});
    void take();
    impatient.abort();
    await gone;
    await clock.advance(WINDOW / 3);
    assert.deepEqual(passed, [0, 0, WINDOW / 3]);
  });

  it('keeps the order of requests', async () => {
    const {clock, take} = aBudget({limit: 2});
    const order: number[] = [];
    for (const n of [1, 2, 3, 4]) void take().then(() => order.push(n));
    await clock.advance(2 * WINDOW);
    assert.deepEqual(order, [1, 2, 3, 4]);
  });

  it('has no call for a refresh while a request is waiting', async () => {
    const {budget, take, clock} = aBudget({limit: 4});
    assert.equal(await budget.tryTake({share: 'refresh'}), true);
    assert.equal(await budget.tryTake({share: 'refresh'}), true);
    assert.equal(await budget.tryTake({share: 'refresh'}), false);
    void take();
    await clock.advance(WINDOW / 3 - 1);
    assert.equal(await budget.tryTake({share: 'refresh'}), false);
  });

  it('is closed for as long as the vendor says', async () => {
    const {budget, passed, take, clock} = aBudget();
    void budget.close(30_000);
    void take();
    await clock.advance(29_999);
    assert.deepEqual(passed, []);
    await clock.advance(1);
    assert.deepEqual(passed, [30_000]);
  });

  it('refuses queued requests when a pause makes their wait too long', async () => {
    const {budget, take} = aBudget({limit: 4, maxWaitMs: WINDOW / 2});
    await Promise.all([take(), take()]);
    const waiting = take();
    void budget.close(WINDOW);
    await assert.rejects(waiting, {code: 'rate-limited'});
  });

  it('continues when the clock is set back', async () => {
    const {clock, passed, take} = aBudget();
    await clock.advance(60 * MINUTE);
    await take();
    clock.set(0);
    await take();
    assert.equal(passed.length, 2);
  });
});
