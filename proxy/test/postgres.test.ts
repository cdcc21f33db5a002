import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {aRecord} from '../../test/support/records.js';
import {openVideoStore, type StoreError, type VideoStore} from '../src/index.js';
import {parseAddress} from '../src/store/postgres/hosts.js';
import {startPostgres, whyNoPostgres, type PostgresServer} from './support/postgres-server.js';
import type {Scene} from './support/proxy-scene.js';
import {until} from '../../test/support/until.js';

const skip = whyNoPostgres();
const FIRST_PAGE = {pageIndex: 1, pageSize: 50, listOrder: 0};

/** Deadline of waits in milliseconds. */
const PATIENCE_MS = 20_000;

let server: PostgresServer;
let databases = 0;
const cleanUps: (() => unknown)[] = [];
before(async () => {
  if (!skip) server = await startPostgres({after: (cleanUp) => cleanUps.unshift(cleanUp)});
});
after(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

async function aDatabase(): Promise<string> {
  const name = `postgres_${++databases}`;
  await server.query(`CREATE DATABASE ${name}`);
  return server.url.replace(/videos$/, name);
}

async function opened(test: Scene, url: string, lines: string[] = []): Promise<VideoStore> {
  const store = await openVideoStore({url, log: (line) => lines.push(line)});
  test.after(() => store.close());
  return store;
}

describe('a store in PostgreSQL', {skip}, () => {
  it('answers in time when the server does not', async (test) => {
    const url = await aDatabase();
    const store = await opened(test, url);
    await store.upsert([aRecord()]);
    const name = url.split('/').at(-1);
    const blocking = server.query(
      `\\c ${name}\nBEGIN; LOCK TABLE counters IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(4)`,
    );
    await until(
      async () =>
        (await server.query(
          "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted",
        )) !== '0',
      'the lock',
    );
    const started = performance.now();
    const calls = [store.list(FIRST_PAGE), store.upsert([aRecord({videoId: 'b'})])];
    for (const result of await Promise.allSettled(calls)) {
      assert.equal(result.status === 'rejected' && (result.reason as StoreError).code, 'timeout');
    }
    assert.ok(performance.now() - started < 3_000, 'within two seconds, on a machine with time');
    await blocking;
    assert.equal((await store.list(FIRST_PAGE)).total, 1);
  });

  it('goes on when the server was restarted, used or not', async (test) => {
    const lines: string[] = [];
    const store = await opened(test, await aDatabase(), lines);
    await store.upsert([aRecord()]);
    await server.kill();
    await assert.rejects(store.list(FIRST_PAGE), {code: 'unavailable'});
    await server.start();
    await until(
      () =>
        store.list(FIRST_PAGE).then(
          ({total}) => total === 1,
          () => false,
        ),
      'the list',
    );
  });

  it('does not take a commit for done that the replica has not confirmed', async (test) => {
    const url = await aDatabase();
    const store = await opened(test, url);
    const patient = await openVideoStore({url, timeoutMs: PATIENCE_MS});
    test.after(() => patient.close());
    await server.query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    await server.query('SELECT pg_reload_conf()');
    const setBack = async () => {
      await server.query('ALTER SYSTEM RESET synchronous_standby_names');
      await server.query('SELECT pg_reload_conf()');
    };
    try {
      await until(
        async () => (await server.query('SHOW synchronous_standby_names')) === 'nobody',
        'the setting',
      );
      await assert.rejects(store.upsert([aRecord()]), {code: 'timeout'});
      // A commit that stops waiting reports success with a warning. The first one also waits, although its caller has given
      // up.
      let isOver = false;
      const again = assert
        .rejects(patient.upsert([aRecord()]), {code: 'not-replicated'})
        .finally(() => (isOver = true));
      const endWaiting = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
        WHERE wait_event = 'SyncRep'`.replace('\n', ' ');
      await until(async () => {
        await server.query(endWaiting);
        return isOver;
      }, 'the end');
      await again;
    } finally {
      await setBack();
    }
  });

  it('tells of changes of other processes, also after the connection was lost', async (test) => {
    const url = await aDatabase();
    const [here, there] = [await opened(test, url), await opened(test, url)];
    let calls = 0;
    const stop = here.watch!(() => calls++);
    await until(() => calls === 1, 'listening');
    await there.upsert([aRecord()]);
    await until(() => calls === 2, 'the change');
    await server.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`,
    );
    await until(() => calls === 3, 'listening again');
    await there.upsert([aRecord({videoId: 'b'})]);
    await until(() => calls === 4, 'the second change');
    stop();
  });

  it('goes on when the server has ended all of its connections', async (test) => {
    const lines: string[] = [];
    const store = await opened(test, await aDatabase(), lines);
    const stop = store.watch!(() => {});
    await Promise.all(
      ['a', 'b'].flatMap((videoId) => [store.upsert([aRecord({videoId})]), store.list(FIRST_PAGE)]),
    );
    await server.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cloud-vod-gallery'`,
    );
    const [changes] = await Promise.all([
      store.upsert([aRecord({videoId: 'c'})]),
      store.list(FIRST_PAGE),
    ]);
    assert.equal(changes.length, 1);
    assert.equal((await store.list(FIRST_PAGE)).total, 3);
    stop();
  });

  it('searches names without pg_trgm where it may not be made', async (test) => {
    const url = await aDatabase();
    const name = url.split('/').at(-1);
    await server.query(
      `CREATE ROLE plain LOGIN; GRANT CREATE, CONNECT ON DATABASE ${name} TO plain`,
    );
    await server.query(
      `\\c ${name}\nREVOKE CREATE ON DATABASE ${name} FROM plain; GRANT CREATE ON SCHEMA public TO plain`,
    );
    const lines: string[] = [];
    const store = await opened(test, url.replace('tests@', 'plain@'), lines);
    await store.upsert([aRecord({videoName: 'A lighthouse'})]);
    assert.equal((await store.list({...FIRST_PAGE, videoName: 'LIGHT'})).total, 1);
    assert.match(lines.join('\n'), /pg_trgm cannot be used/);
  });

  it('never shows a change before an earlier one, however many write', async (test) => {
    const url = await aDatabase();
    const writers = [await opened(test, url), await opened(test, url), await opened(test, url)];
    const reader = await opened(test, url);
    const writing = Promise.all(
      writers.flatMap((store, index) =>
        Array.from({length: 30}, (_, n) => store.upsert([aRecord({videoId: `${index}-${n}`})])),
      ),
    );
    const heard: number[] = [];
    await until(async () => {
      const changes = await reader.changesSince(heard.at(-1) ?? 0, 500);
      heard.push(...changes.map(({sequence}) => sequence));
      return heard.at(-1) === 90;
    }, 'all changes');
    await writing;
    assert.deepEqual(
      heard,
      Array.from({length: 90}, (_, n) => n + 1),
    );
  });

  it('says where it cannot be reached, without the password', async () => {
    const url = 'postgres://user:secret-word@127.0.0.1:1/videos';
    await assert.rejects(openVideoStore({url, timeoutMs: 300}), (error: Error) => {
      assert.match(error.message, /PostgreSQL at 127\.0\.0\.1:1 cannot be reached.*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /secret-word/);
      return true;
    });
  });
});

describe('the address of a server', () => {
  it('may name several hosts', () => {
    const {url, hosts} = parseAddress('postgres://u:p%40ss@one,two:6000,[::1]:7000/videos?x=1');
    assert.equal(url, 'postgres://u:p%40ss@one/videos?x=1');
    assert.deepEqual(hosts, [
      {host: 'one', port: 5432},
      {host: 'two', port: 6000},
      {host: '::1', port: 7000},
    ]);
  });

  it('that is none is refused without being repeated', () => {
    assert.throws(
      () => parseAddress('postgres://u:secret@ho st:x/y'),
      (error: Error) => {
        return error instanceof TypeError && !error.message.includes('secret');
      },
    );
  });
});
