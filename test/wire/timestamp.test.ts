import {assert} from '@open-wc/testing/pure';
import {parseTimestamp} from '../../src/wire/timestamp.js';

describe('parseTimestamp()', () => {
  it('reads Unix seconds', () => {
    assert.equal(parseTimestamp('1501578866'), Date.UTC(2017, 7, 1, 9, 14, 26));
  });

  it('reads Unix milliseconds', () => {
    assert.equal(parseTimestamp('1501578866000'), Date.UTC(2017, 7, 1, 9, 14, 26));
  });

  it('reads the vendor’s date and time in the account’s time zone, GMT+8', () => {
    assert.equal(parseTimestamp('2016-01-01 12:00:00'), Date.UTC(2016, 0, 1, 4));
  });

  it('reads an ISO date', () => {
    assert.equal(parseTimestamp('2024-03-01T12:00:00Z'), Date.UTC(2024, 2, 1, 12));
    assert.equal(parseTimestamp('2024-03-01T12:00:00.5+0100'), Date.UTC(2024, 2, 1, 11, 0, 0, 500));
    assert.equal(parseTimestamp('2024-03-01'), Date.UTC(2024, 2, 1));
  });

  it('reads a time without a zone in the account’s time zone, in any browser time zone', () => {
    assert.equal(parseTimestamp('2024-03-01T12:00:00'), Date.UTC(2024, 2, 1, 4));
    assert.equal(parseTimestamp('2024-03-01 12:00', '-02:00'), Date.UTC(2024, 2, 1, 14));
  });

  for (const text of [
    undefined,
    '0',
    '-5',
    'yesterday',
    '0000-00-00 00:00:00',
    'a b',
    'Jan 5, 2016',
    '2016/01/05',
    '2016-01-05 noon',
    '2016-13-05',
    '99999999999999999',
    'Infinity',
  ]) {
    it(`finds no time in ${JSON.stringify(text)}`, () => {
      assert.isUndefined(parseTimestamp(text));
    });
  }
});
