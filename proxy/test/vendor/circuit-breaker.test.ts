import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CircuitBreaker} from '../../src/vendor/circuit-breaker.js';
import {VendorError} from '../../src/vendor/vendor-error.js';
import {FakeClock} from '../support/fake-clock.js';
import {deferred} from '../support/vendor-scene.js';

const OPEN_MS = 10_000;
const silence = () => Promise.reject(new VendorError('timeout', 'No answer.'));
const answer = () => Promise.resolve('answer');
const refused = {code: 'unavailable'};

function scene() {
  const clock = new FakeClock();
  const changes: boolean[] = [];
  const breaker = new CircuitBreaker(clock, (isOpen) => changes.push(isOpen));
  const fail = async (times: number) => {
    for (let n = 0; n < times; n++) await assert.rejects(breaker.run(silence), {code: 'timeout'});
  };
  return {breaker, changes, clock, fail};
}

describe('a circuit breaker', () => {
  it('opens after five failures in a row, and says when to come back', async () => {
    const {breaker, changes, clock, fail} = scene();
    await fail(4);
    assert.equal(breaker.state, 'closed');
    await fail(1);
    assert.equal(breaker.state, 'open');
    await clock.advance(3_000);
    await assert.rejects(breaker.run(answer), {...refused, retryAfterSeconds: 7, status: 503});
    assert.deepEqual(changes, [true]);
  });

  it('does not open when an answer comes in between', async () => {
    const {breaker, fail} = scene();
    await fail(4);
    await breaker.run(answer);
    await fail(4);
    assert.equal(breaker.state, 'closed');
  });

  for (const [what, error] of [
    ['an error of the vendor', new VendorError('vendor', 'no', {vendorCode: 9})],
    ['a full limit', new VendorError('rate-limited', 'no', {upstreamStatus: 429})],
    ['HTTP status 500', new VendorError('http', 'no', {upstreamStatus: 500})],
    ['an answer that is no JSON', new VendorError('not-json', 'no')],
    ['a caller who has left', new DOMException('left', 'AbortError')],
  ] as const) {
    it(`is not opened by ${what}: one query must not stop the others`, async () => {
      const {breaker} = scene();
      for (let n = 0; n < 20; n++) {
        await assert.rejects(
          breaker.run(() => Promise.reject(error)),
          error,
        );
      }
      assert.equal(breaker.state, 'closed');
    });
  }

  it('is opened by a gateway that has no answer', async () => {
    const {breaker} = scene();
    const gateway = () => Promise.reject(new VendorError('http', 'no', {upstreamStatus: 504}));
    for (let n = 0; n < 5; n++) await assert.rejects(breaker.run(gateway));
    assert.equal(breaker.state, 'open');
  });

  // nodeshift/opossum#385: concurrent failures stopped the timer, and the breaker stayed open forever.
  it('allows a call again after many simultaneous failures', async () => {
    const {breaker, clock} = scene();
    const held = deferred();
    const calls = Array.from({length: 50}, () =>
      assert.rejects(
        breaker.run(() => held.promise.then(silence)),
        {code: 'timeout'},
      ),
    );
    held.resolve();
    await Promise.all(calls);
    assert.equal(breaker.state, 'open');
    await clock.advance(OPEN_MS);
    assert.equal(await breaker.run(answer), 'answer');
    assert.equal(breaker.state, 'closed');
  });

  // nodeshift/opossum#119, #819: all calls were allowed, and a failed one did not open the breaker again.
  it('makes one probe call, and opens again when it fails', async () => {
    const {breaker, changes, clock, fail} = scene();
    await fail(5);
    await clock.advance(OPEN_MS);
    assert.equal(breaker.state, 'half-open');
    const held = deferred();
    const probe = assert.rejects(breaker.run(() => held.promise.then(silence)));
    for (let n = 0; n < 10; n++) await assert.rejects(breaker.run(answer), refused);
    held.resolve();
    await probe;
    await clock.advance(OPEN_MS - 1);
    await assert.rejects(breaker.run(answer), refused);
    await clock.advance(1);
    await breaker.run(answer);
    assert.deepEqual(changes, [true, false]);
  });

  // nodeshift/opossum#57: the breaker stayed half-open when a call was made during the probe.
  it('is not stuck when the client of the probe disconnects', async () => {
    const {breaker, clock, fail} = scene();
    await fail(5);
    await clock.advance(OPEN_MS);
    const left = new DOMException('left', 'AbortError');
    await assert.rejects(
      breaker.run(() => Promise.reject(left)),
      left,
    );
    assert.equal(await breaker.run(answer), 'answer');
  });

  // nodeshift/opossum#484: under load the breaker did not stay closed.
  it('stays closed when earlier calls fail late', async () => {
    const {breaker, clock, fail} = scene();
    const held = deferred();
    const late = Array.from({length: 10}, () =>
      assert.rejects(breaker.run(() => held.promise.then(silence))),
    );
    await fail(5);
    await clock.advance(OPEN_MS);
    await breaker.run(answer);
    held.resolve();
    await Promise.all(late);
    assert.equal(breaker.state, 'closed');
    await fail(4);
    assert.equal(breaker.state, 'closed');
  });

  it('is not closed by a late answer to an earlier call', async () => {
    const {breaker, fail} = scene();
    const held = deferred();
    const late = breaker.run(() => held.promise.then(answer));
    await fail(5);
    held.resolve();
    await late;
    assert.equal(breaker.state, 'open');
  });
});
