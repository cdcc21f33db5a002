import {assert} from '@open-wc/testing/pure';
import {oneLine} from '../../src/wire/one-line.js';

describe('oneLine()', () => {
  it('does not change an ordinary sentence', () => {
    for (const text of [
      'Parameter error: 50% of «pageSize»',
      '没有权限',
      'لا إذن',
      '👩‍🚀'.slice(0, 2),
    ]) {
      assert.equal(oneLine(text), text);
    }
  });

  it('replaces line breaks, control characters and marks of direction by a space', () => {
    assert.equal(
      oneLine(' a\r\n\tb\u2028c\u0000d\u001b[31m\u202ee\u2066f\ufeff '),
      'a b c d [31m e f',
    );
  });

  it('shortens a long text with an ellipsis', () => {
    assert.equal(oneLine('abcdef', 3), 'abc…');
    assert.equal(oneLine('abc', 3), 'abc');
  });
});
