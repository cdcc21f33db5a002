import {assert} from '@open-wc/testing/pure';
import {isNestedDeeperThan} from '../../src/wire/nesting.js';

const nested = (levels: number): unknown =>
  JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('isNestedDeeperThan()', () => {
  it('counts the levels of objects and arrays', () => {
    assert.isFalse(isNestedDeeperThan({a: [{b: 1}]}, 3));
    assert.isTrue(isNestedDeeperThan({a: [{b: 1}]}, 2));
    assert.isTrue(isNestedDeeperThan({a: 1, b: nested(8)}, 8));
    assert.isFalse(isNestedDeeperThan({a: 1, b: nested(7)}, 8));
  });

  it('finds no levels in values that are not objects', () => {
    for (const value of [null, undefined, 'text', 5]) assert.isFalse(isNestedDeeperThan(value, 0));
  });

  it('handles any depth', () => {
    assert.isTrue(isNestedDeeperThan(nested(100_000), 64));
  });
});
