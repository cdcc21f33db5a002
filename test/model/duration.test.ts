import {assert} from '@open-wc/testing/pure';
import {durationParts, formatClock} from '../../src/model/duration.js';

describe('formatClock()', () => {
  for (const [seconds, clock] of [
    [0, '0:00'],
    [5, '0:05'],
    [36, '0:36'],
    [65, '1:05'],
    [725, '12:05'],
    [3599.6, '1:00:00'],
    [3605, '1:00:05'],
    [10_800, '3:00:00'],
    [360_000, '100:00:00'],
    [-3, '0:00'],
  ] as const) {
    it(`writes ${seconds} seconds as ${clock}`, () => {
      assert.equal(formatClock(seconds), clock);
    });
  }
});

describe('durationParts()', () => {
  it('splits seconds into hours, minutes and seconds', () => {
    assert.deepEqual(durationParts(3725), {hours: 1, minutes: 2, seconds: 5});
  });
});
