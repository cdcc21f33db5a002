import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import {openVideoStore, type VideoStore} from '../../src/index.js';
import {SharedCounter, type AddPoints} from '../../src/limits/shared-counter.js';
import {FakeClock} from '../support/fake-clock.js';
import {startPostgres, whyNoPostgres} from '../support/postgres-server.js';
import {aFolder, type Scene} from '../support/proxy-scene.js';

const MINUTE = 60_000;

/** The beginning of a minute. */
const START_MS = 1_700_000_000_000 - (1_700_000_000_000 % MINUTE);

/** Uses this many points one after another. Returns how many were granted. */
async function granted(counter: SharedCounter, key: string, times: number): Promise<number> {
  let count = 0;
  for (let n = 0; n < times; n++) {
    await counter.consume(key).then(
      () => count++,
      () => {},
    );
  }
  return count;
}

/** Adds up points in memory, and records each call. */
function sums() {
  const totals = new Map<string, number>();
  const added: [number, [string, number][]][] = [];
  const add: AddPoints = (windowStartMs, points) => {
    added.push([windowStartMs, [...points]]);
    for (const [key, count] of points) totals.set(key, (totals.get(key) ?? 0) + count);
    return Promise.resolve(new Map(totals));
  };
  return {add, added};
}

function counters(add: AddPoints, count: number) {
  const clock = new FakeClock(START_MS);
  const limit = {points: 100, seconds: 60};
  const aCounter = () =>
    new SharedCounter({
      ...limit,
      add,
      clock,
      counter: new RateLimiterMemory({points: limit.points, duration: limit.seconds}),
    });
  return {clock, counters: Array.from({length: count}, aCounter)};
}

describe('requests that several processes count together', () => {
  it('are limited in all of them, a second later at most', async () => {
    const {add} = sums();
    const {clock, counters: all} = counters(add, 2);
    const [here, there] = all as [SharedCounter, SharedCounter];
    assert.equal(await granted(here, 'greedy', 60), 60);
    assert.equal(await granted(there, 'greedy', 30), 30);
    await clock.advance(1_000);
    const left = (await granted(here, 'greedy', 50)) + (await granted(there, 'greedy', 50));
    // Each process has the counts that the other one shared a second before.
    assert.ok(left <= 50, `${left} more`);
    await clock.advance(1_000);
    await clock.advance(1_000);
    assert.equal(await granted(here, 'greedy', 10), 0);
    assert.equal(await granted(there, 'greedy', 10), 0);
    assert.equal(await granted(here, 'other', 10), 10);
  });

  it('do not count in the next minute', async () => {
    const {clock, counters: all} = counters(sums().add, 2);
    const [here, there] = all as [SharedCounter, SharedCounter];
    assert.equal(await granted(there, 'greedy', 90), 90);
    await clock.advance(1_000);
    assert.equal(await granted(here, 'greedy', 5), 5);
    await clock.advance(1_000);
    assert.equal((await here.consume('greedy')).remainingPoints, 100 - 90 - 6);
    await clock.advance(MINUTE);
    assert.equal((await here.consume('greedy')).remainingPoints, 100 - 7);
  });

  it('are not written to the store for clients with few requests', async () => {
    const {add, added} = sums();
    const {clock, counters: all} = counters(add, 1);
    const [here] = all as [SharedCounter];
    for (let n = 0; n < 10_000; n++) await here.consume(`client ${n}`);
    await granted(here, 'busy', 20);
    await clock.advance(2_000);
    assert.deepEqual(added, [[START_MS, [['busy', 20]]]]);
  });

  it('are counted in each process while the store fails, and shared later', async () => {
    const {add, added} = sums();
    let isDown = true;
    const {clock, counters: all} = counters(
      (...points) => (isDown ? Promise.reject(new Error('down')) : add(...points)),
      1,
    );
    const [here] = all as [SharedCounter];
    await granted(here, 'busy', 20);
    await clock.advance(1_000);
    isDown = false;
    await granted(here, 'busy', 5);
    await clock.advance(1_000);
    assert.deepEqual(added, [[START_MS, [['busy', 25]]]]);
  });

  it('can be given back', async () => {
    const {counters: all} = counters(sums().add, 1);
    const [here] = all as [SharedCounter];
    assert.equal(await granted(here, 'one', 100), 100);
    await here.reward('one');
    assert.equal(await granted(here, 'one', 2), 1);
  });
});

async function addUp(here: VideoStore, there: VideoStore): Promise<void> {
  const add = (store: VideoStore, counts: Record<string, number>) =>
    store.addRequestCounts!(START_MS, new Map(Object.entries(counts)));
  assert.deepEqual([...(await add(here, {a: 5, b: 1}))].sort(), [
    ['a', 5],
    ['b', 1],
  ]);
  assert.deepEqual([...(await add(there, {a: 7}))], [['a', 12]]);
  const counts = Object.fromEntries(Array.from({length: 300}, (_, n) => [`client ${n}`, 1]));
  const both = await Promise.all(
    [here, there].flatMap((store) => [add(store, counts), add(store, counts)]),
  );
  assert.equal(Math.max(...both.map((sums) => sums.get('client 7') ?? 0)), 4);
}

describe('the counts of a store', () => {
  it('add up in a file', async (test: Scene) => {
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    const stores = [await openVideoStore({url}), await openVideoStore({url})] as const;
    test.after(() => Promise.all(stores.map((store) => store.close())));
    await addUp(...stores);
  });

  it('add up in PostgreSQL', {skip: whyNoPostgres()}, async (test) => {
    const {url} = await startPostgres(test);
    const stores = [await openVideoStore({url}), await openVideoStore({url})] as const;
    test.after(() => Promise.all(stores.map((store) => store.close())));
    await addUp(...stores);
  });
});
