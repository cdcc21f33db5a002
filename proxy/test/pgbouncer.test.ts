import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {aRecord} from '../../test/support/records.js';
import {until} from '../../test/support/until.js';
import {openVideoStore} from '../src/index.js';
import {EventReader} from './support/event-reader.js';
import {startPgbouncer, whyNoPgbouncer} from './support/pgbouncer.js';
import {startPostgres, whyNoPostgres, type PostgresServer} from './support/postgres-server.js';
import {proxyScene, videosInOrder, type Scene} from './support/proxy-scene.js';

const skip = whyNoPostgres() || whyNoPgbouncer();

/** Settings of PgBouncer, beside its mode. */
const CASES: readonly [what: string, settings: Readonly<Record<string, string>>][] = [
  ['with its default settings', {}],
  [
    'that ignores the time limits of connections',
    {
      ignore_startup_parameters:
        'statement_timeout, lock_timeout, idle_in_transaction_session_timeout',
    },
  ],
  ['with one connection for all', {default_pool_size: '1'}],
];

let server: PostgresServer;
let databases = 0;
const cleanUps: (() => unknown)[] = [];
before(async () => {
  if (!skip) server = await startPostgres({after: (cleanUp) => cleanUps.unshift(cleanUp)});
});
after(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

/** The address of an empty database, by way of PgBouncer. */
async function aDatabase(test: Scene, settings: Readonly<Record<string, string>>) {
  const name = `pgbouncer_${++databases}`;
  await server.query(`CREATE DATABASE ${name}`);
  return {name, url: (await startPgbouncer(test, server, settings))(name)};
}

async function opened(test: Scene, url: string, lines: string[] = []) {
  const store = await openVideoStore({url, log: (line) => lines.push(line)});
  test.after(() => store.close());
  return store;
}

for (const [what, settings] of CASES) {
  describe(`a store behind PgBouncer in transaction mode, ${what}`, {skip}, () => {
    it('stores and lists videos, for many requests at a time', async (test) => {
      const {url} = await aDatabase(test, settings);
      const lines: string[] = [];
      const store = await opened(test, url, lines);
      const writes = videosInOrder(40).map((record) => store.upsert([record]));
      const reads = [1, 2, 3, 4, 5].flatMap((pageIndex) => [
        store.list({pageIndex, pageSize: 10, listOrder: 0}),
        store.list({pageIndex, pageSize: 10, listOrder: 1, videoName: 'Video', createUser: 'a,b'}),
      ]);
      await Promise.all([...writes, ...reads]);
      assert.equal((await store.list({pageIndex: 1, pageSize: 1, listOrder: 0})).total, 40);
      assert.match(lines.join('\n'), /a connection pooler is in front/);
    });

    it('tells of changes of other processes', async (test) => {
      const {url} = await aDatabase(test, settings);
      const [here, there] = [await opened(test, url), await opened(test, url)];
      const scene = await proxyScene(test, {store: here, events: {pollMs: 50}});
      const reader = await EventReader.open(`${scene.url}/videos/events`);
      test.after(() => reader.close());
      assert.ok((await reader.next())?.retry);
      await there.upsert([aRecord({videoId: 'new'})]);
      assert.equal((await reader.nextVideo()).videoId, 'new');
    });

    it('ends a transaction that waits too long, also on the server', async (test) => {
      const {name, url} = await aDatabase(test, settings);
      const store = await opened(test, url);
      const lock = `\\c ${name}\nBEGIN; LOCK TABLE counters; SELECT pg_sleep(120)`;
      const locking = server.query(lock).catch(() => {});
      const held = `SELECT count(*) FROM pg_stat_activity
        WHERE datname = '${name}' AND wait_event = 'PgSleep'`.replace('\n', ' ');
      await until(async () => (await server.query(held)) === '1', 'the lock');
      await assert.rejects(store.upsert([aRecord()]), {code: 'timeout'});
      const waiting = held.replace("wait_event = 'PgSleep'", "wait_event_type = 'Lock'");
      await until(async () => (await server.query(waiting)) === '0', 'no statement waits');
      assert.equal(await server.query(held), '1');
      await server.query(held.replace('count(*)', 'pg_cancel_backend(pid)'));
      await locking;
      assert.equal((await store.upsert([aRecord()])).length, 1);
    });
  });
}
