import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {openVideoStore, type VideoStore} from '../../src/index.js';
import {CallBudget} from '../../src/vendor/call-budget.js';
import {MemoryLedger, type CallLedger} from '../../src/vendor/call-ledger.js';
import type {CallRequest, CallShare} from '../../src/vendor/call-rule.js';
import {systemClock} from '../../src/util/clock.js';
import {createVendorAnswers} from '../../src/vendor/vendor-answers.js';
import {FakeClock} from '../support/fake-clock.js';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {startPostgres, whyNoPostgres} from '../support/postgres-server.js';
import {startProcess} from '../support/proxy-process.js';
import {aFolder, asker} from '../support/proxy-scene.js';
import {someRecords} from '../support/vendor-scene.js';

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;
const rule = {limit: 300, windowMs: WINDOW, isShared: true};

/** Requests this many calls one after another. Returns how many were granted. */
async function granted(ledger: CallLedger, request: CallRequest, times: number): Promise<number> {
  let count = 0;
  for (let n = 0; n < times; n++) if ((await ledger.take(request)).isGranted) count++;
  return count;
}

describe('the shares of the limit', () => {
  /** Requests one call every second for an hour: more than the limit. */
  async function anHourOf(request: CallRequest) {
    const clock = new FakeClock();
    const ledger = new MemoryLedger(rule, clock);
    const times: number[] = [];
    for (let second = 0; second < 3_600; second++) {
      if ((await ledger.take(request)).isGranted) times.push(clock.now());
      await clock.advance(500);
      if ((await ledger.take(request)).isGranted) times.push(clock.now());
      await clock.advance(500);
    }
    const most = Math.max(
      ...times.map((start) => times.filter((ms) => ms >= start && ms < start + WINDOW).length),
    );
    return {ledger, clock, most};
  }

  for (const [share, limit] of [
    ['play', 210],
    ['list', 210],
    ['refresh', 180],
    ['reconcile', 30],
  ] as [CallShare, number][]) {
    it(`keep something for the others, however much is asked for in the name of ${share}`, async () => {
      const {ledger, clock, most} = await anHourOf({share});
      assert.equal(most, limit);
      for (const other of ['list', 'play'] as const) {
        await clock.advance(5_000);
        if (other !== share) assert.equal(await granted(ledger, {share: other}, 1), 1, other);
      }
    });
  }

  it('leave one client a tenth, once half of the calls are used', async () => {
    const clock = new FakeClock();
    const ledger = new MemoryLedger(rule, clock);
    assert.equal(await granted(ledger, {share: 'list', client: 'greedy'}, 300), 150);
    await clock.advance(10_000);
    assert.equal(await granted(ledger, {share: 'list', client: 'greedy'}, 1), 0);
    assert.equal(await granted(ledger, {share: 'list', client: 'other'}, 1), 1);
  });

  it('do not make lists wait behind play addresses', async () => {
    const clock = new FakeClock();
    const ledger = new MemoryLedger({...rule, limit: 10}, clock);
    const budget = new CallBudget({rule: {...rule, limit: 10}, ledger, maxWaitMs: WINDOW, clock});
    const {signal} = new AbortController();
    let plays = 0;
    for (let n = 0; n < 9; n++) void budget.take({share: 'play'}, signal).then(() => plays++);
    await clock.advance(4 * MINUTE);
    assert.ok(plays <= 7, `${plays} play addresses`);
    let lists = 0;
    void budget.take({share: 'list'}, signal).then(() => lists++);
    await clock.advance(30_000);
    assert.equal(lists, 1);
  });
});

describe('calls that are counted in a store', () => {
  it('are never too many, however often the proxy is restarted', async (test) => {
    const clock = new FakeClock();
    const vendor = await startFakeVendor({records: someRecords(10), now: clock.now});
    test.after(() => vendor.close());
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    for (let restart = 0; restart < 4; restart++) {
      const store = await openVideoStore({url});
      const answers = createVendorAnswers({
        ...FAKE_KEYS,
        endpoint: vendor.url,
        now: clock.now,
        sleep: clock.sleep,
        maxWaitMs: 0,
        ledger: store.ledger!.bind(store),
      });
      const asked = Array.from({length: 200}, (_, n) => {
        const operation = n % 2 ? 'getVideoList' : 'getPublishCode';
        const parameters = n % 2 ? {pageIndex: 1 + n + 1_000 * restart} : {videoId: `id-${n}`};
        return answers.get(operation, parameters).catch(() => {});
      });
      await Promise.all(asked);
      await store.close();
      await clock.advance(MINUTE);
    }
    assert.deepEqual(vendor.refusedCalls, []);
    assert.ok(vendor.calls.length >= 150 && vendor.calls.length <= 300, `${vendor.calls.length}`);
  });

  it('are never too many for three processes at once', {timeout: 120_000}, async (test) => {
    const limit = 30;
    const vendor = await startFakeVendor({records: someRecords(5), callsPerFiveMinutes: limit});
    test.after(() => vendor.close());
    const environment = {
      DATABASE_URL: `file:${join(await aFolder(test), 'videos.db')}`,
      VOD_ACCESS_KEY: FAKE_KEYS.accessKey,
      VOD_SECRET_KEY: FAKE_KEYS.secretKey,
      VOD_ENDPOINT: vendor.url,
      VOD_CALLS_PER_FIVE_MINUTES: String(limit),
    };
    const processes = await Promise.all([1, 2, 3].map(() => startProcess(test, environment)));
    const statuses = await Promise.all(
      processes.flatMap(({url}, index) =>
        Array.from({length: 40}, async (_, n) => {
          const path = `/videos?pageIndex=${1 + index * 40 + n}`;
          return (await asker(url).ask(path)).status;
        }),
      ),
    );
    assert.deepEqual(vendor.refusedCalls, []);
    assert.ok(vendor.calls.length >= limit / 2 && vendor.calls.length <= limit);
    assert.ok(statuses.includes(200) && statuses.includes(429));
    // 503: three processes that begin together may wait too long for the file.
    assert.deepEqual(
      statuses.filter((status) => ![200, 429, 503].includes(status)),
      [],
    );
  });

  it('are stopped for all processes when the vendor refuses one', async (test) => {
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    const stores = [await openVideoStore({url}), await openVideoStore({url})];
    test.after(() => Promise.all(stores.map((store) => store.close())));
    const [here, there] = stores.map((store) => ledgerOf(store)) as [CallLedger, CallLedger];
    assert.equal(await granted(there, {share: 'list'}, 1), 1);
    await here.close(30_000);
    assert.equal(await granted(there, {share: 'list'}, 1), 0);
  });

  it('are a few while the store fails', async (test) => {
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    const store = await openVideoStore({url});
    const ledger = ledgerOf(store);
    assert.equal(await granted(ledger, {share: 'list'}, 20), 20);
    await store.close();
    let taken = 0;
    await assert.rejects(async () => {
      for (; taken < 300; taken++) await ledger.take({share: 'list'});
    }, /closed/);
    assert.equal(taken, 30);
  });
});

describe('calls that are counted in PostgreSQL', {skip: whyNoPostgres()}, () => {
  it('are never too many for three machines at once', {timeout: 120_000}, async (test) => {
    const server = await startPostgres(test);
    const stores = await Promise.all([1, 2, 3].map(() => openVideoStore({url: server.url})));
    test.after(() => Promise.all(stores.map((store) => store.close())));
    const small = {...rule, limit: 20};
    const counts = await Promise.all(
      stores.map((store) => granted(store.ledger!(small, systemClock), {share: 'list'}, 15)),
    );
    // Half of them are granted at once, the others at regular intervals.
    const sum = counts.reduce((total, count) => total + count, 0);
    assert.ok(sum >= 10 && sum <= 14, `${sum} calls`);
  });
});

function ledgerOf(store: VideoStore): CallLedger {
  return store.ledger!(rule, systemClock);
}
