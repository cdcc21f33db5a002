import {assert} from '@open-wc/testing/pure';
import type {VideoPage} from '../../src/model/decode-video-page.js';
import {PageTable} from '../../src/model/page-table.js';
import {aVideo} from '../support/videos.js';

/** A page with videos of these ids, as it came: of more records, where some could not be shown. */
function aPage(ids: string, facts: Partial<VideoPage> = {}): VideoPage {
  const videos = [...ids].map((id) => aVideo({id}));
  return {videos, skipped: [], recordCount: videos.length, ...facts};
}

/** A table of pages of two, with these pages put in one after the other: `ab` is page 1. */
function growing(...pages: string[]): PageTable {
  const table = new PageTable(2);
  pages.forEach((ids, index) => table.put(new Map([[index + 1, aPage(ids)]])));
  return table;
}

/** A table of pages of two that spans a list of this length, with its first page put in. */
function spanning(total: number): PageTable {
  const table = new PageTable(2, 1, true);
  table.put(new Map([[1, aPage('ab', {total})]]));
  return table;
}

const put = (table: PageTable, pageIndex: number, ids: string, facts?: Partial<VideoPage>) =>
  table.put(new Map([[pageIndex, aPage(ids, facts)]]));

/** The ids at all places, in order; a dot for what is not known. */
const shown = (table: PageTable) =>
  Array.from({length: table.length}, (_, place) => table.at(place)?.id ?? '.').join('');

describe('A table of pages', () => {
  it('has places for the first page before that is there', () => {
    const table = new PageTable(3);
    assert.equal(shown(table), '...');
    assert.isEmpty(table.heldPages);
  });

  it('has places for all pages that it begins with', () => {
    assert.equal(shown(new PageTable(2, 1, false, 3)), '......');
    assert.equal(new PageTable(2, 1, false, 3).pageCount, 3);
  });

  it('begins with a later page, where the reader turns pages', () => {
    const table = new PageTable(2, 3);
    put(table, 3, 'ef');
    assert.equal(shown(table), 'ef');
    assert.equal(table.pageCount, 1);
    assert.equal(table.nextPage, 4);
    assert.deepEqual(table.pagesOf(0, 2), [3]);
  });

  it('knows of nothing beyond its end', () => {
    const table = growing('ab', 'cd', 'e');
    assert.equal(shown(table), 'abcde');
    assert.isUndefined(table.at(5));
    assert.isUndefined(table.at(99));
  });

  it('knows the pages that a row of places is on', () => {
    const table = growing('ab', 'cd', 'ef');
    assert.deepEqual(table.pagesOf(1, 3), [1, 2]);
    assert.deepEqual(table.pagesOf(2, 4), [2]);
    assert.deepEqual(table.pagesOf(0, 6), [1, 2, 3]);
  });

  it('finds a video that is held', () => {
    const table = growing('ab', 'cd', 'ef');
    assert.deepEqual(
      ['a', 'd', 'e', 'x'].map((id) => table.indexOf(id)),
      [0, 3, 4, -1],
    );
  });

  it('brings videos up to date where they stand, and adds none', () => {
    const table = growing('ab', 'cd');
    table.update([aVideo({id: 'c', title: 'Renamed'}), aVideo({id: 'x'})]);
    assert.equal(shown(table), 'abcd');
    assert.equal(table.at(2)?.title, 'Renamed');
  });
});

describe('A table of pages that grows', () => {
  it('goes on after a full page', () => {
    const table = growing('ab', 'cd');
    assert.equal(shown(table), 'abcd');
    assert.equal(table.nextPage, 3);
    assert.equal(table.pageCount, 2);
  });

  for (const [what, last] of [
    ['a short page', 'c'],
    ['an empty page', ''],
  ] as const) {
    it(`ends with ${what}`, () => {
      const table = growing('ab', last);
      assert.equal(shown(table), `ab${last}`);
      assert.isUndefined(table.nextPage);
    });
  }

  it('goes on after a full page of which a record could not be shown', () => {
    const table = new PageTable(2);
    put(table, 1, 'a', {recordCount: 2});
    assert.equal(table.nextPage, 2);
    put(table, 2, 'cd');
    assert.equal(shown(table), 'acd');
    assert.equal(table.nextPage, 3);
  });

  it('goes on when its last page has become full', () => {
    const table = growing('ab', 'c');
    put(table, 2, 'cd');
    assert.equal(table.nextPage, 3);
  });

  it('ends earlier when a page has become short, and forgets what was further down', () => {
    const table = growing('ab', 'cd', 'ef');
    put(table, 2, 'c');
    assert.equal(shown(table), 'abc');
    assert.isUndefined(table.nextPage);
    assert.sameMembers(table.heldPages, [1, 2]);
    assert.equal(table.indexOf('e'), -1);
    // What has moved up from there must not be taken for a video that is shown already.
    put(table, 2, 'ce');
    assert.equal(shown(table), 'abce');
  });

  for (const [pageSize, last] of [
    [50, 2000],
    [24, 4166],
  ] as const) {
    it(`goes on to 100,000 records and no further: pages of ${pageSize}`, () => {
      assert.equal(new PageTable(pageSize, last - 1).nextPage, last);
      assert.isUndefined(new PageTable(pageSize, last).nextPage);
    });
  }

  it('pays no heed to a total', () => {
    const table = new PageTable(2);
    put(table, 1, 'ab', {total: 100});
    assert.equal(shown(table), 'ab');
    assert.equal(table.nextPage, 2);
  });
});

describe('Records that shift between pages', () => {
  it('are shown once: what a new video has pushed onto the next page', () => {
    const table = growing('ab', 'bc', 'de');
    assert.equal(shown(table), 'abcde');
    assert.equal(table.nextPage, 4);
  });

  it('leave a page no place, when all of it is shown elsewhere', () => {
    const table = growing('ab', 'ab', 'cd');
    assert.equal(shown(table), 'abcd');
    assert.deepEqual(table.pagesOf(2, 4), [3]);
  });

  it('are shown once when several pages come together, where they stand first', () => {
    const table = growing('ab', 'cd');
    table.put(
      new Map([
        [1, aPage('xa')],
        [2, aPage('ab')],
      ]),
    );
    assert.equal(shown(table), 'xab');
  });

  it('stay on the page that is put in again', () => {
    const table = growing('ab', 'cd');
    put(table, 2, 'dc');
    assert.equal(shown(table), 'abdc');
  });
});

describe('A table of pages that lets go of some', () => {
  it('keeps the first page and those that are near', () => {
    const table = growing('ab', 'cd', 'ef', 'gh', 'ij');
    table.keep(3, 4);
    assert.deepEqual(table.heldPages, [1, 3, 4]);
    assert.equal(table.videos.map(({id}) => id).join(''), 'abefgh');
  });

  it('keeps their places, also of a page that has less', () => {
    const table = growing('ab', 'bc', 'de', 'f');
    table.keep(1, 1);
    assert.equal(shown(table), 'ab....');
    assert.equal(table.length, 6);
    assert.equal(table.indexOf('d'), -1);
  });

  it('goes on where it was, and ends where it did', () => {
    const [open, ended] = [growing('ab', 'cd'), growing('ab', 'c')];
    for (const table of [open, ended]) table.keep(1, 1);
    assert.equal(open.nextPage, 3);
    assert.isUndefined(ended.nextPage);
  });

  it('takes them back', () => {
    const table = growing('ab', 'cd', 'ef');
    table.keep(1, 1);
    put(table, 3, 'ef');
    assert.equal(shown(table), 'ab..ef');
    put(table, 2, 'cd');
    assert.equal(shown(table), 'abcdef');
    assert.equal(table.nextPage, 4);
  });

  it('shows a video once that has moved meanwhile', () => {
    const table = growing('ab', 'cd', 'ef');
    table.keep(3, 3);
    put(table, 2, 'be');
    assert.equal(shown(table), 'abef');
  });
});

describe('A table of pages that spans a list of known length', () => {
  it('has places for all of it from the start', () => {
    assert.equal(shown(spanning(5)), 'ab...');
    assert.equal(spanning(5).pageCount, 3);
    assert.isUndefined(spanning(5).nextPage);
  });

  it('takes a page anywhere', () => {
    const table = spanning(7);
    put(table, 3, 'ef', {total: 7});
    assert.equal(shown(table), 'ab..ef.');
    assert.deepEqual(table.pagesOf(4, 7), [3, 4]);
    assert.equal(table.indexOf('f'), 5);
  });

  it('is as long as its pages turn out to be', () => {
    const table = spanning(7);
    put(table, 2, 'c', {recordCount: 2, total: 7});
    assert.equal(shown(table), 'abc...');
  });

  it('has no places beyond 100,000 records', () => {
    const table = new PageTable(50, 1, true);
    put(table, 1, 'ab', {recordCount: 50, total: 250_000});
    assert.equal(table.pageCount, 2000);
    assert.equal(table.length, 100_000 - 48);
  });

  it('may be empty', () => {
    const table = new PageTable(2, 1, true);
    put(table, 1, '', {total: 0});
    assert.equal(table.length, 0);
    assert.deepEqual(table.heldPages, [1]);
    assert.isUndefined(table.nextPage);
  });

  it('grows with the list', () => {
    const table = spanning(5);
    put(table, 1, 'ab', {total: 8});
    assert.equal(shown(table), 'ab......');
  });

  it('asks anew for what was its last page, when it has grown', () => {
    const table = spanning(5);
    put(table, 3, 'e', {total: 5});
    put(table, 2, 'cd', {total: 8});
    assert.equal(shown(table), 'abcd....');
    assert.sameMembers(table.heldPages, [1, 2]);
  });

  it('grows also where it has let go of what was its last page', () => {
    const table = spanning(5);
    put(table, 3, 'e', {total: 5});
    table.keep(1, 1);
    put(table, 1, 'ab', {total: 8});
    assert.equal(shown(table), 'ab......');
  });

  it('shrinks with the list, and forgets what was further down', () => {
    const table = spanning(8);
    put(table, 4, 'gh', {total: 8});
    put(table, 1, 'ab', {total: 4});
    assert.equal(shown(table), 'ab..');
    assert.deepEqual(table.heldPages, [1]);
    put(table, 2, 'gh', {total: 4});
    assert.equal(shown(table), 'abgh');
  });

  it('shrinks also where it has let go of what is its last page now', () => {
    const table = spanning(8);
    put(table, 2, 'cd', {total: 8});
    table.keep(1, 1);
    put(table, 1, 'ab', {total: 3});
    assert.equal(shown(table), 'ab.');
  });

  it('grows by pages when the proxy ceases to say how long it is', () => {
    const table = spanning(4);
    put(table, 2, 'cd');
    assert.equal(shown(table), 'abcd');
    assert.equal(table.nextPage, 3);
  });
});
