import {sql} from 'kysely';
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openVideoStore, type ListQuery, type VideoStore} from '../src/index.js';
import {readConditions} from '../src/store/list-filter.js';
import {pageOfRecords} from '../src/store/list-statements.js';
import {openSqliteEngine} from '../src/store/sqlite/sqlite-engine.js';
import {startPostgres, whyNoPostgres, type PostgresServer} from './support/postgres-server.js';
import {aFolder, aStore, videosInOrder, type Scene} from './support/proxy-scene.js';
import {aRecord} from '../../test/support/records.js';

const FIRST_PAGE: ListQuery = {pageIndex: 1, pageSize: 50, listOrder: 0};

async function listed(store: VideoStore, query: Partial<ListQuery> = {}) {
  const {records, total} = await store.list({...FIRST_PAGE, ...query});
  assert.equal(records.length, Math.min(total, 50));
  return records.map(({videoId}) => videoId);
}

/** One server for all tests. Each test has its own database. */
const whyNot = whyNoPostgres();
let server: PostgresServer;
const cleanUps: (() => unknown)[] = [];
before(async () => {
  if (!whyNot) server = await startPostgres({after: (cleanUp) => cleanUps.unshift(cleanUp)});
});
after(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});
let databases = 0;

async function aDatabase(): Promise<string> {
  const name = `videos_${++databases}`;
  await server.query(`CREATE DATABASE ${name}`);
  return server.url.replace(/videos$/, name);
}

async function openFor(test: Scene, url: string): Promise<VideoStore> {
  const store = await openVideoStore({url});
  test.after(() => store.close());
  return store;
}

type Backend = [name: string, open: (test: Scene) => Promise<VideoStore>, skip?: string | false];

const backends: readonly Backend[] = [
  ['a file', async (test) => (await aStore(test)).store],
  ['a database in memory', (test) => openFor(test, 'file::memory:')],
  ['PostgreSQL', async (test) => openFor(test, await aDatabase()), whyNot],
];

for (const [name, open, skip = false] of backends) {
  describe(`a store in ${name}`, {skip}, () => {
    it('numbers each change, and returns those after a number', async (test) => {
      const store = await open(test);
      assert.equal(await store.lastSequence(), 0);
      const first = await store.upsert([aRecord({videoId: 'a'}), aRecord({videoId: 'b'})]);
      assert.deepEqual(
        first.map(({sequence}) => sequence),
        [1, 2],
      );
      await store.upsert([aRecord({videoId: 'a', updateTime: '1800000000'})]);
      assert.equal(await store.lastSequence(), 3);
      const changes = await store.changesSince(1, 10);
      assert.deepEqual(
        changes.map(({sequence, record}) => [sequence, record['videoId']]),
        [
          [2, 'b'],
          [3, 'a'],
        ],
      );
      assert.equal((await store.changesSince(0, 1)).length, 1);
      assert.deepEqual(await store.changesSince(3, 10), []);
    });

    it('keeps the newer of two deliveries, in either order', async (test) => {
      const store = await open(test);
      const older = aRecord({videoId: 'a', videoName: 'older', updateTime: '1700000000'});
      const newer = aRecord({videoId: 'a', videoName: 'newer', updateTime: '2023-11-15 06:13:21'});
      for (const deliveries of [[older, newer], [newer, older], [older], [newer]]) {
        await store.upsert(deliveries);
        const {records} = await store.list(FIRST_PAGE);
        assert.deepEqual(
          records.map(({videoName}) => videoName),
          ['newer'],
        );
      }
      assert.equal(await store.lastSequence(), 2);
    });

    it('keeps the last of two with the same time, and does not count a repetition as a change', async (test) => {
      const store = await open(test);
      const [first] = await store.upsert([aRecord({transcodeState: '3'})]);
      assert.deepEqual(await store.upsert([aRecord({transcodeState: '3'})]), []);
      const [second] = await store.upsert([aRecord({transcodeState: '1'})]);
      assert.deepEqual([first?.sequence, second?.sequence], [1, 2]);
      assert.deepEqual(await listed(store, {transcodeState: 1}), ['id-1']);
      assert.deepEqual(await listed(store, {transcodeState: 3}), []);
    });

    it('returns the same page object until something changes', async (test) => {
      const store = await open(test);
      await store.upsert([aRecord({videoId: 'a', createTime: '1700000000'})]);
      const page = await store.list(FIRST_PAGE);
      await store.upsert([aRecord({videoId: 'a', createTime: '1700000000'})]);
      assert.equal(await store.list(FIRST_PAGE), page);
      await store.upsert([aRecord({videoId: 'b', createTime: '1700000001'})]);
      assert.deepEqual(await listed(store), ['b', 'a']);
      assert.deepEqual(await listed(store, {listOrder: 1}), ['a', 'b']);
      assert.deepEqual(await listed(store), ['b', 'a']);
    });

    it('finds a changed video by its new values', async (test) => {
      const store = await open(test);
      await store.upsert([
        aRecord({videoName: 'harbour', videoClassification: 'old', createTime: '1700000000'}),
        aRecord({videoId: 'other', createTime: '1700000001'}),
      ]);
      const queries = {
        old: [{videoName: 'harbour'}, {videoClassification: 'old'}],
        now: [
          {videoName: 'lighthouse'},
          {videoClassification: 'new'},
          {videoClassification: 'new,x'},
        ],
      };
      for (const query of queries.old) assert.deepEqual(await listed(store, query), ['id-1']);
      await store.upsert([
        aRecord({
          videoName: 'lighthouse',
          videoClassification: 'new',
          createTime: '1700000002',
          updateTime: '1800000000',
        }),
      ]);
      for (const query of queries.old) assert.deepEqual(await listed(store, query), []);
      for (const query of queries.now) assert.deepEqual(await listed(store, query), ['id-1']);
      assert.deepEqual(await listed(store), ['id-1', 'other']);
      assert.deepEqual(await store.categories(), ['nature', 'new', 'sea']);
    });

    it('distinguishes categories by case, for any number of them', async (test) => {
      const store = await open(test);
      await store.upsert([
        aRecord({videoId: 'small', videoClassification: 'sea'}),
        aRecord({videoId: 'capital', videoClassification: 'Sea'}),
      ]);
      for (const videoClassification of ['Sea', 'Sea,lake', 'lake,Sea,SEA']) {
        assert.deepEqual(await listed(store, {videoClassification}), ['capital']);
      }
    });

    it('treats hostile texts as text', async (test) => {
      const store = await open(test);
      const hostile = `'"); DROP TABLE videos; -- %_\\ 🎬`;
      const record = aRecord({
        videoId: hostile,
        videoName: hostile.replace(' 🎬', '\0🎬'),
        videoClassification: `x,${hostile}`,
        createUser: hostile,
      });
      await store.upsert([record, aRecord({videoId: 'plain'})]);
      const each = {videoId: hostile, createUser: hostile, videoClassification: hostile};
      for (const [name, value] of Object.entries(each)) {
        assert.deepEqual(await listed(store, {[name]: value}), [hostile], name);
      }
      for (const videoName of ["'", '"); DROP', '-- %_\\', '%', '🎬', 'drop table']) {
        assert.deepEqual(await listed(store, {videoName}), [hostile], videoName);
      }
    });

    it('has the right page of any filter in any order', async (test) => {
      const store = await open(test);
      await store.upsert(
        videosInOrder(60).map((video, index) => ({...video, createUser: `user ${index % 2}`})),
      );
      const filters: Partial<ListQuery>[] = [
        {},
        {createUser: 'user 1'},
        {createUser: 'user 1', videoStatus: 0},
      ];
      for (const filter of filters) {
        const all = await listed(store, {...filter, listOrder: 1, pageSize: 50});
        const {total} = await store.list({...FIRST_PAGE, ...filter});
        for (const listOrder of [0, 1]) {
          const pages: unknown[] = [];
          for (let pageIndex = 1; pageIndex <= Math.ceil(total / 7); pageIndex++) {
            const page = await store.list({...filter, pageIndex, pageSize: 7, listOrder});
            pages.push(...page.records.map(({videoId}) => videoId));
          }
          assert.equal(pages.length, total);
          const oldestFirst = listOrder === 1 ? pages : pages.reverse();
          assert.deepEqual(oldestFirst.slice(0, 50), all.slice(0, 50));
        }
      }
    });

    it('sorts by name and duration, and finds the index of a video', async (test) => {
      const store = await open(test);
      await store.upsert([
        aRecord({videoId: 'a', videoName: 'Zoo', videoDuration: '36.5'}),
        aRecord({videoId: 'b', videoName: 'apple \u0000', videoDuration: 4}),
        aRecord({videoId: 'c', videoName: 'Ähre', videoDuration: '-1'}),
        aRecord({videoId: 'd', videoName: 'Bee "videoDuration":"9"', videoDuration: ' 1000'}),
        aRecord({
          videoId: 'e',
          videoName: '',
          videoDuration: 'long',
          videoDescription: '"videoDuration":7',
        }),
      ]);
      const sorted: readonly [Partial<ListQuery>, string][] = [
        [{sortBy: 'name', listOrder: 1}, 'e b d a c'],
        [{sortBy: 'name', listOrder: 0}, 'c a d b e'],
        [{sortBy: 'duration', listOrder: 1}, 'c e b a d'],
        [{sortBy: 'duration', listOrder: 0, videoName: 'e'}, 'd b c'],
        [{sortBy: 'duration', listOrder: 1, videoClassification: 'none'}, ''],
      ];
      for (const [query, expected] of sorted) {
        assert.equal((await listed(store, query)).join(' '), expected);
        for (const [index, videoId] of expected.split(' ').filter(Boolean).entries()) {
          const place = await store.placeOf?.({...FIRST_PAGE, ...query}, videoId);
          assert.equal(place?.index, index);
        }
      }
      assert.equal(await store.placeOf?.(FIRST_PAGE, 'missing'), undefined);
      assert.equal(await store.placeOf?.({...FIRST_PAGE, videoName: 'zoo'}, 'b'), undefined);
    });
  });
}

describe('a store that is shared', () => {
  it('has videos of the other process, also in lists that were read before', async (test) => {
    const {store: here, url} = await aStore(test, [
      aRecord({videoId: 'a', createTime: '1700000000'}),
    ]);
    const there = await openVideoStore({url});
    test.after(() => there.close());
    const queries = [{}, {videoName: 'walk'}, {videoStatus: 0, transcodeState: 1}];
    for (const query of queries) assert.deepEqual(await listed(here, query), ['a']);
    await there.upsert([aRecord({videoId: 'b', createTime: '1700000001'})]);
    for (const query of queries) assert.deepEqual(await listed(here, query), ['b', 'a']);
  });

  it('can be opened by many at once, and again', async (test) => {
    const url = `file:${join(await aFolder(test), 'a new folder', 'videos.db')}`;
    const stores = await Promise.all([1, 2, 3].map(() => openVideoStore({url})));
    await Promise.all(
      stores.map((store, index) => store.upsert([aRecord({videoId: `v${index}`})])),
    );
    for (const store of stores) await store.close();
    const again = await openVideoStore({url});
    test.after(() => again.close());
    assert.deepEqual((await listed(again)).sort(), ['v0', 'v1', 'v2']);
  });
});

describe('the account', () => {
  it('can be in another time zone', async (test) => {
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    const store = await openVideoStore({url, timeZone: '-05:00'});
    test.after(() => store.close());
    await store.upsert([aRecord({createTime: String(Date.UTC(2024, 0, 1, 5) / 1000)})]);
    assert.deepEqual(await listed(store, {startTime: '2024-01-01 00:00:00'}), ['id-1']);
    assert.deepEqual(await listed(store, {startTime: '2024-01-01 00:00:01'}), []);
    assert.deepEqual(await listed(store, {endTime: '2024-01-01 00:00:00'}), ['id-1']);
    assert.deepEqual(await listed(store, {endTime: '2023-12-31 23:59:59'}), []);
  });
});

describe('a page by one filter', () => {
  const filters: Partial<ListQuery>[] = [
    {},
    {videoId: 'a'},
    {videoStatus: 1},
    {transcodeState: 3},
    {createUser: 'ana'},
    {videoClassification: 'sea'},
    {startTime: '2024-01-01 00:00:00', endTime: '2024-02-01 00:00:00'},
    {createUser: 'ana', startTime: '2024-01-01 00:00:00'},
    {videoClassification: 'sea', endTime: '2024-02-01 00:00:00'},
    {videoName: 'x', videoStatus: 0, createUser: 'ana,ben', videoClassification: 'a,b'},
  ];
  for (const filter of filters) {
    it(`reads an index in its order, and no record that is not on it: ${JSON.stringify(filter)}`, async (test) => {
      const engine = await openSqliteEngine(join(await aFolder(test), 'videos.db'), 5_000);
      test.after(() => engine.close());
      for (const newestFirst of [true, false]) {
        const position = {newestFirst, offset: 100, limit: 50};
        const conditions = readConditions(filter, '+08:00');
        const page = pageOfRecords(engine.dialect.filters.all(conditions), position);
        const explain = sql<{detail: string}>`EXPLAIN QUERY PLAN ${page}`;
        const {rows} = await engine.read((db) => explain.execute(db));
        const plan = rows.map(({detail}) => detail).join('\n');
        assert.match(plan, /USING (COVERING INDEX|PRIMARY KEY|INDEX sqlite_autoindex)/);
        // Sorting the few rows of the page itself is allowed.
        const [finding = ''] = plan.split(/SEARCH videos USING INTEGER PRIMARY KEY/);
        if (!filter.videoId) assert.doesNotMatch(finding, /TEMP B-TREE/);
        assert.doesNotMatch(plan, /SCAN videos$/m);
      }
    });
  }
});
