import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {aRecord} from '../../test/support/records.js';
import type {ListQuery} from '../src/index.js';
import {openSqliteEngine} from '../src/store/sqlite/sqlite-engine.js';
import {SqlVideoStore} from '../src/store/sql-video-store.js';
import {aFolder} from './support/proxy-scene.js';

const FIRST_PAGE: ListQuery = {pageIndex: 1, pageSize: 5, listOrder: 0};

/** Lists that are read in different ways. */
const QUERIES: Record<string, Partial<ListQuery>> = {
  'in order of creation': {},
  'oldest first': {listOrder: 1},
  'on the last page, which is read from the other end': {pageIndex: 3},
  'by name': {sortBy: 'name'},
};

/** After which of the first reads something changes: every combination of five. */
const MOMENTS = Array.from({length: 32}, (_, bits) =>
  [0, 1, 2, 3, 4].filter((n) => bits & (1 << n)),
);

describe('A list that changes while it is read', () => {
  for (const [how, query] of Object.entries(QUERIES)) {
    it(`is right afterwards: ${how}`, async (test) => {
      const engine = await openSqliteEngine(join(await aFolder(test), 'videos.db'), 5_000);
      const writer = new SqlVideoStore(engine);
      test.after(() => writer.close());
      let count = 0;
      const add = () =>
        writer.upsert([aRecord({videoId: `id-${String(++count).padStart(3, '0')}`})]);
      for (let n = 0; n < 11; n++) await add();
      const asked = {...FIRST_PAGE, ...query};
      const wrong: string[] = [];
      for (const moments of MOMENTS) {
        let reads = 0;
        const reader = new SqlVideoStore({
          ...engine,
          async read(run) {
            const result = await engine.read(run);
            if (moments.includes(reads++)) await add();
            return result;
          },
        });
        await reader.list({...asked, pageSize: 4});
        reads = 0;
        await reader.list(asked);
        reads = Infinity;
        const pages = [await reader.list(asked), await new SqlVideoStore(engine).list(asked)];
        const [after, right] = pages.map(({total, records}) =>
          [total, ...records.map(({videoId}) => videoId)].join(' '),
        );
        if (after !== right)
          wrong.push(`changes after the reads ${moments.join()}: ${after} instead of ${right}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});
