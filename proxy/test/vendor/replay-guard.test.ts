import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ReplayGuard} from '../../src/vendor/replay-guard.js';
import {FakeClock} from '../support/fake-clock.js';
import {vendorScene} from '../support/vendor-scene.js';
import {until} from '../../../test/support/until.js';

describe('the guard against replays', () => {
  it('makes a thousand equal calls of one second unique, with timestamps near the present', () => {
    const clock = new FakeClock(1_700_000_000_000);
    const guard = new ReplayGuard(clock);
    const calls = Array.from({length: 1_000}, () => guard.next('/path', '{"pageIndex":1}'));
    const identities = calls.map(({timestampSeconds, body}) => `${timestampSeconds} ${body}`);
    assert.equal(new Set(identities).size, 1_000);
    for (const {timestampSeconds, body} of calls) {
      assert.ok(timestampSeconds >= 1_700_000_000 && timestampSeconds < 1_700_000_100);
      assert.deepEqual(JSON.parse(body), {pageIndex: 1});
    }
  });

  it('does not change the timestamps of different calls', () => {
    const guard = new ReplayGuard(new FakeClock(1_700_000_000_999));
    assert.equal(guard.next('/path', '{"pageIndex":1}').timestampSeconds, 1_700_000_000);
    assert.equal(guard.next('/path', '{"pageIndex":2}').timestampSeconds, 1_700_000_000);
    assert.equal(guard.next('/other', '{"pageIndex":1}').timestampSeconds, 1_700_000_000);
  });

  it('gives a body that is still JSON when there is nothing in it', () => {
    const {body} = new ReplayGuard(new FakeClock()).next('/path', '{}');
    assert.deepEqual(JSON.parse(body), {});
  });

  it('follows a clock that is set back by an hour', () => {
    const clock = new FakeClock(1_700_003_600_000);
    const guard = new ReplayGuard(clock);
    guard.next('/path', '{}');
    clock.set(1_700_000_000_000);
    assert.equal(guard.next('/path', '{}').timestampSeconds, 1_700_000_000);
  });
});

describe('equal calls within one second', () => {
  it('are accepted by the vendor when one process makes them', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    for (let n = 1; n <= 80; n++) {
      answers.invalidate();
      await answers.get('getVideoList', {pageIndex: 1});
    }
    assert.equal(vendor.calls.length, 80);
    assert.deepEqual(vendor.refusedCalls, []);
  });

  it('are accepted by the vendor when several processes make them', async (t) => {
    const {anotherProcess, vendor} = await vendorScene(t);
    const processes = Array.from({length: 10}, anotherProcess);
    await Promise.all(processes.map((answers) => answers.get('getVideoList', {pageIndex: 1})));
    await until(() => vendor.calls.length === 10);
    assert.deepEqual(vendor.refusedCalls, []);
  });
});
