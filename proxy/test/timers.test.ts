import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aRecord} from '../../test/support/records.js';
import {until} from '../../test/support/until.js';
import {reconcileRegularly} from '../src/command/reconcile-regularly.js';
import {systemClock} from '../src/util/clock.js';
import {EventReader} from './support/event-reader.js';
import {FAKE_KEYS} from './support/fake-vendor.js';
import {aStore, proxyScene, type Scene} from './support/proxy-scene.js';
import {vendorScene} from './support/vendor-scene.js';

const HOUR_MS = 60 * 60_000;

/** The warnings of Node about timers that fire at once, because their delay is too long. */
function timerWarnings(test: Scene): readonly string[] {
  const warnings: string[] = [];
  const note = ({name, message}: Error) => {
    if (name === 'TimeoutOverflowWarning') warnings.push(message);
  };
  process.on('warning', note);
  test.after(() => process.off('warning', note));
  return warnings;
}

describe('a delay of more than 24 days', () => {
  it('is waited for', async (test) => {
    const warnings = timerWarnings(test);
    const isOver = new AbortController();
    const waits = [720 * HOUR_MS, Infinity].map((ms) => systemClock.sleep(ms, isOver.signal));
    await new Promise(setImmediate);
    isOver.abort(new Error('stopped'));
    for (const wait of waits) await assert.rejects(wait, /stopped/);
    assert.deepEqual(warnings, []);
  });

  it('turns heartbeats off', async (test) => {
    const warnings = timerWarnings(test);
    const {url} = await proxyScene(test, {events: {heartbeatMs: Infinity, pollMs: Infinity}});
    const reader = await EventReader.open(`${url}/videos/events`);
    test.after(() => reader.close());
    assert.ok((await reader.next())?.retry);
    assert.deepEqual(warnings, []);
  });
});

it('reconciles a minute after the start, and then every 720 hours', async (test) => {
  const {store} = await aStore(test);
  const {vendor, clock} = await vendorScene(test, {vendor: {records: [aRecord()]}});
  const lines: string[] = [];
  const {now, sleep} = clock;
  const settings = {
    vendor: {...FAKE_KEYS, endpoint: vendor.url, now, sleep},
    reconcileMs: 720 * HOUR_MS,
  };
  const reconciling = reconcileRegularly(store, settings, (line) => lines.push(line), clock);
  test.after(() => reconciling.stop());
  for (const delayMs of [60_000, settings.reconcileMs, settings.reconcileMs]) {
    await until(() => clock.sleeping === 1, 'the reconciling waits');
    assert.equal(await clock.asleep(delayMs), delayMs);
    const runs = lines.length;
    await clock.advance(delayMs);
    await until(() => lines.length > runs, 'the reconciling runs');
  }
  assert.deepEqual(lines, [
    'reconcile: 1 of 1 videos were not up to date',
    'reconcile: 0 of 1 videos were not up to date',
    'reconcile: 0 of 1 videos were not up to date',
  ]);
});
