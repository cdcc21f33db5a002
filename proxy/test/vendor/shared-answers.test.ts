import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {openVideoStore, type VideoStore} from '../../src/index.js';
import {createVendorAnswers} from '../../src/vendor/vendor-answers.js';
import type {Claim, Lease, SharedAnswers} from '../../src/vendor/shared-answers.js';
import {FakeClock} from '../support/fake-clock.js';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {startPostgres, whyNoPostgres} from '../support/postgres-server.js';
import {aFolder, type Scene} from '../support/proxy-scene.js';
import {deferred, someRecords} from '../support/vendor-scene.js';
import {aRecord} from '../../../test/support/records.js';

const MAX_AGE_MS = 30_000;
const LEASE_MS = 12_000;

async function aFile(test: Scene): Promise<string> {
  return `file:${join(await aFolder(test), 'videos.db')}`;
}

async function opened(test: Scene, url: string): Promise<VideoStore> {
  const store = await openVideoStore({url, timeoutMs: 20_000});
  test.after(() => store.close());
  return store;
}

/** Two processes with one store, a vendor, and a common clock. */
async function twoProcesses(test: Scene) {
  const clock = new FakeClock();
  const vendor = await startFakeVendor({records: someRecords(25), now: clock.now});
  test.after(() => vendor.close());
  const url = await aFile(test);
  const stores = [await opened(test, url), await opened(test, url)];
  const [here, there] = stores.map((store) =>
    createVendorAnswers({
      ...FAKE_KEYS,
      endpoint: vendor.url,
      now: clock.now,
      sleep: clock.sleep,
      ledger: store.ledger!.bind(store),
      answers: store.answers!.bind(store),
    }),
  );
  return {clock, vendor, store: stores[0]!, here: here!, there: there!};
}

/** Advances the clock over the pauses of a process that waits for another one. */
async function throughPolls<T>(clock: FakeClock, result: Promise<T>): Promise<T> {
  const settled = result.then(
    () => undefined,
    () => undefined,
  );
  for (;;) {
    const pauseMs = await Promise.race([settled, clock.asleep(100)]);
    if (pauseMs === undefined) return result;
    await clock.advance(pauseMs);
  }
}

function leaseOf(claim: Claim): Lease {
  assert.ok(claim.kind === 'lease', claim.kind);
  return claim.lease;
}

describe('processes that share a store', () => {
  it('use the answer of another process', async (test) => {
    const {clock, here, there, vendor} = await twoProcesses(test);
    const first = await here.get('getVideoList', {});
    await clock.advance(5_000);
    const second = await throughPolls(clock, there.get('getVideoList', {}));
    assert.deepEqual(second.envelope, first.envelope);
    // It has the same age in both processes, so both renew it at the same time.
    assert.equal(second.freshUntilMs, first.freshUntilMs);
    assert.equal(vendor.calls.length, 1);
    assert.equal(there.status?.().shared, 1);
  });

  it('make one call if they need the same answer at the same time', async (test) => {
    const {clock, here, there, vendor} = await twoProcesses(test);
    const held = deferred();
    vendor.misbehave({kind: 'slow', until: held.promise});
    const first = here.get('getVideoList', {});
    await vendor.call(1);
    const second = there.get('getVideoList', {});
    await clock.asleep(100);
    held.resolve();
    await first;
    assert.deepEqual((await throughPolls(clock, second)).envelope, (await first).envelope);
    assert.equal(vendor.calls.length, 1);
  });

  it('do not wait forever for a process that gets no answer', async (test) => {
    const {clock, here, there, vendor} = await twoProcesses(test);
    vendor.misbehave({kind: 'hang'}, 1);
    const gone = new AbortController();
    const first = assert.rejects(here.get('getVideoList', {}, gone));
    await vendor.call(1);
    const second = await throughPolls(clock, there.get('getVideoList', {}));
    assert.equal(second.isStale, false);
    assert.equal(vendor.calls.length, 2);
    gone.abort();
    await first;
  });

  it('call again after a callback, because earlier answers are not used', async (test) => {
    const {clock, here, store, there, vendor} = await twoProcesses(test);
    await here.get('getVideoList', {});
    await store.upsert([aRecord()]);
    await throughPolls(clock, there.get('getVideoList', {}));
    assert.equal(vendor.calls.length, 2);
  });

  it('do not share play addresses, which expire', async (test) => {
    const {here, there, vendor} = await twoProcesses(test);
    for (const answers of [here, there]) {
      await answers.get('getPublishCode', {videoId: 'id-1', codeType: 4});
    }
    assert.equal(vendor.calls.length, 2);
  });

  it('make their own calls while the store cannot be used', async (test) => {
    const {here, store, vendor} = await twoProcesses(test);
    await store.close();
    assert.equal((await here.get('getVideoList', {})).isStale, false);
    assert.equal(vendor.calls.length, 1);
  });
});

/** The guarantees of every database. */
async function keepsItsPromises(here: SharedAnswers, there: SharedAnswers, clock: FakeClock) {
  const claim = (answers: SharedAnswers, key = 'list') => answers.claim(key, MAX_AGE_MS, LEASE_MS);

  const first = leaseOf(await claim(here));
  assert.equal((await claim(there)).kind, 'busy');
  leaseOf(await claim(there, 'another list'));

  // madelson/DistributedLock#128, redisson/redisson#755: a process that has died keeps the lease forever.
  await clock.advance(LEASE_MS);
  const second = leaseOf(await claim(there));

  // eclipse-leshan/leshan#837, appstrate/appstrate#1417: a late process takes the lease of the next one.
  await first.release();
  assert.equal((await claim(here)).kind, 'busy');
  await first.publish('"late"', clock.now());
  assert.equal((await claim(here)).kind, 'busy');
  await second.publish('"new"', clock.now());
  await first.publish('"late"', clock.now());
  assert.deepEqual(await claim(here), {kind: 'answer', text: '"new"', ageMs: 0});

  // mike-marcacci/node-redlock#362: releasing an expired lease is not an error.
  await second.release();
  await clock.advance(MAX_AGE_MS);
  const third = leaseOf(await claim(here));
  await third.release();
  leaseOf(await claim(there));
}

describe('the lease of an answer', () => {
  it('in a file ends after its time, and is not released by a late process', async (test) => {
    const clock = new FakeClock();
    const url = await aFile(test);
    const [here, there] = [await opened(test, url), await opened(test, url)];
    await keepsItsPromises(here.answers!(clock), there.answers!(clock), clock);
  });

  const skip = whyNoPostgres();
  it('in PostgreSQL likewise', {skip}, async (test) => {
    const server = await startPostgres(test);
    const {url} = server;
    const [here, there] = [await opened(test, url), await opened(test, url)];
    const clock = new FakeClock();
    const answers = (store: VideoStore) => store.answers!(clock);
    const first = leaseOf(await answers(here).claim('list', MAX_AGE_MS, LEASE_MS));
    assert.equal((await answers(there).claim('list', MAX_AGE_MS, LEASE_MS)).kind, 'busy');
    // The database uses its own clock, so the test makes its rows older instead.
    const age = (ms: number) =>
      server.query(
        `\\c videos\nUPDATE vendor_answers SET lease_until_ms = lease_until_ms - ${ms}, received_ms = received_ms - ${ms}`,
      );
    await age(LEASE_MS);
    const second = leaseOf(await answers(there).claim('list', MAX_AGE_MS, LEASE_MS));
    await first.publish('"late"', clock.now());
    await second.publish('"new"', clock.now());
    const claim = await answers(here).claim('list', MAX_AGE_MS, LEASE_MS);
    assert.ok(claim.kind === 'answer' && claim.text === '"new"');
    await here.upsert([aRecord()]);
    assert.equal((await answers(here).claim('list', MAX_AGE_MS, LEASE_MS)).kind, 'lease');
  });

  it('in PostgreSQL is granted to one of many concurrent processes', {skip}, async (test) => {
    const {url} = await startPostgres(test);
    const stores = await Promise.all([1, 2, 3].map(() => opened(test, url)));
    const claims = await Promise.all(
      stores.flatMap((store) =>
        Array.from({length: 4}, () =>
          store.answers!(new FakeClock()).claim('list', MAX_AGE_MS, LEASE_MS),
        ),
      ),
    );
    assert.equal(claims.filter(({kind}) => kind === 'lease').length, 1);
  });
});
