import {assert} from '@open-wc/testing/pure';
import {isObject, readNumber, readText} from '../../src/wire/fields.js';

describe('readText()', () => {
  it('returns the text of a field without surrounding space', () => {
    assert.equal(readText('  A walk by the sea '), 'A walk by the sea');
  });

  it('converts a number to text', () => {
    assert.equal(readText(5), '5');
    assert.equal(readText(0), '0');
  });

  for (const nothing of [undefined, null, '', '   ', 'null', ' null ', {}, [], true]) {
    it(`finds no text in ${JSON.stringify(nothing)}`, () => {
      assert.isUndefined(readText(nothing));
    });
  }

  it('keeps a text that merely contains the word null', () => {
    assert.equal(readText('null and void'), 'null and void');
  });
});

describe('readNumber()', () => {
  it('reads a number and its text alike', () => {
    assert.equal(readNumber(-99), -99);
    assert.equal(readNumber('-99'), -99);
    assert.equal(readNumber(' 36.5 '), 36.5);
    assert.equal(readNumber('0'), 0);
  });

  const nothings = [
    undefined,
    null,
    '',
    'null',
    'many',
    '12 apples',
    NaN,
    Infinity,
    {},
    [],
    [5],
    true,
  ];
  for (const nothing of nothings) {
    it(`finds no number in ${String(JSON.stringify(nothing))} (${typeof nothing})`, () => {
      assert.isUndefined(readNumber(nothing));
    });
  }
});

describe('isObject()', () => {
  it('is true of a JSON object only', () => {
    assert.isTrue(isObject({}));
    for (const other of [null, undefined, [], 'text', 5]) assert.isFalse(isObject(other));
  });
});
