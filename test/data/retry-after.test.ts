import {assert} from '@open-wc/testing/pure';
import {readRetryAfter} from '../../src/data/retry-after.js';

const NOW = Date.UTC(2024, 2, 1, 12);

describe('readRetryAfter()', () => {
  for (const [value, seconds] of [
    ['120', 120],
    ['0', 0],
    ['Fri, 01 Mar 2024 12:00:30 GMT', 30],
    ['Fri, 01 Mar 2024 11:00:00 GMT', 0],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['1e400', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(value)} as ${seconds}`, () => {
      assert.equal(readRetryAfter(value, NOW), seconds);
    });
  }
});
