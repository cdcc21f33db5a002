import {assert} from '@open-wc/testing/pure';
import {TypeAhead} from '../../../src/features/selection/type-ahead.js';

const TITLES = ['Anfang', 'Énorme', 'été', 'eins', '  Echo', 'Straße', undefined, '海港', '$&'];

/** The focused titles after each of these keys, which are pressed every 100 ms. The first item has the focus at the start. */
function found(keys: string): (string | undefined)[] {
  const typeAhead = new TypeAhead();
  let from = 0;
  return [...keys].map((key, index) => {
    const place = typeAhead.type(key, index * 100, from, {
      length: TITLES.length,
      titleAt: (at) => TITLES[at],
    });
    from = place ?? from;
    return place === undefined ? undefined : TITLES[place];
  });
}

describe('Typing the beginning of a title', () => {
  it('finds a letter with an accent by its base letter, and the reverse', () => {
    assert.deepEqual(found('e'), ['Énorme']);
    assert.deepEqual(found('é'), ['Énorme']);
    assert.deepEqual(found('é'.normalize('NFD').slice(0, 1)), ['Énorme']);
  });

  it('goes to the next title with the same letter, with any accent', () => {
    assert.deepEqual(found('eeee'), ['Énorme', 'été', 'eins', '  Echo']);
  });

  it('ignores case', () => {
    assert.deepEqual(found('ST'), ['Straße', 'Straße']);
    assert.deepEqual(found('EN'), ['Énorme', 'Énorme']);
  });

  it('finds other scripts and punctuation', () => {
    assert.deepEqual(found('海'), ['海港']);
    assert.deepEqual(found('$'), ['$&']);
  });

  it('finds nothing in an empty list', () => {
    assert.deepEqual(found('x'), [undefined]);
    assert.deepEqual(found('ez'), ['Énorme', undefined]);
  });
});
