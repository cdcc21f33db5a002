import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {openVideoStore} from '../src/index.js';
import {startPostgres, startReplica, whyNoPostgres} from './support/postgres-server.js';
import {startProcess} from './support/proxy-process.js';
import {asker} from './support/proxy-scene.js';

const SECRET = 'a-secret-of-some-length';
const REPLICA = 'replica';
const ROUNDS = 2;
const SENDERS = 4;

/** Callbacks that must be acknowledged before a primary is killed, and after its replica has taken over. */
const CALLBACKS = 25;

/** Milliseconds that all of it may take: servers are copied and started in between. */
const TIME_MS = 120_000;

describe('a primary that is killed under callbacks', {skip: whyNoPostgres()}, () => {
  it(
    'loses no acknowledged video when its replica takes over, with synchronous replication',
    {timeout: TIME_MS},
    async (test) => {
      let primary = await startPostgres(test, {wal_level: 'replica'});
      let replica = await startReplica(test, primary, REPLICA);
      // On the replica, too: it was copied before, and takes over. Later replicas are copied from one that has it.
      for (const server of [primary, replica]) {
        await server.query(`ALTER SYSTEM SET synchronous_standby_names = '${REPLICA}'`);
        await server.query('SELECT pg_reload_conf()');
      }
      const hosts = `127.0.0.1:${primary.port},127.0.0.1:${replica.port}`;
      const databaseUrl = `postgres://tests@${hosts}/videos`;

      const environment = {DATABASE_URL: databaseUrl, CALLBACK_SECRET: SECRET};
      const {url} = await startProcess(test, environment);
      const callbacks = sendCallbacks(url);
      test.after(() => callbacks.stop());
      await callbacks.acknowledged(CALLBACKS);
      for (let round = 0; round < ROUNDS; round++) {
        await primary.kill();
        await replica.promote();
        const {port} = primary;
        primary = replica;
        replica = await startReplica(test, primary, REPLICA, port);
        await callbacks.acknowledged(CALLBACKS);
      }
      const acknowledged = await callbacks.stop();

      const store = await openVideoStore({url: databaseUrl});
      test.after(() => store.close());
      const kept = new Set<unknown>();
      const last = await store.lastSequence();
      for (let sequence = 0; sequence < last;) {
        const changes = await store.changesSince(sequence, 500);
        changes.forEach(({record}) => kept.add(record['videoId']));
        sequence = changes.at(-1)?.sequence ?? last;
      }
      assert.ok(acknowledged.length >= CALLBACKS * (ROUNDS + 1));
      assert.deepEqual(
        acknowledged.filter((videoId) => !kept.has(videoId)),
        [],
      );
    },
  );
});

/** Sends callbacks one after another, as the vendor does: until each is acknowledged. */
function sendCallbacks(url: string) {
  const {callback} = asker(url);
  const acknowledged: string[] = [];
  const statuses = new Set<number>();
  let isOver = false;
  const send = async (sender: number) => {
    for (let n = 0; !isOver;) {
      const videoId = `${sender}-${n}`;
      const headers = {'x-callback-secret': SECRET};
      const {status} = await callback('/callbacks', anEnvelope([aRecord({videoId})]), headers);
      statuses.add(status);
      if (status === 200) acknowledged.push(videoId);
      if (status === 200) n += 1;
      else await sleep(50);
    }
  };
  const senders = Promise.all(Array.from({length: SENDERS}, (_, sender) => send(sender)));
  return {
    /** Waits until so many more are acknowledged. */
    acknowledged: async (more: number) => {
      const wanted = acknowledged.length + more;
      while (acknowledged.length < wanted) {
        await Promise.race([sleep(20), senders]);
        assert.ok(!isOver);
      }
    },
    stop: async () => {
      isOver = true;
      await senders;
      // What cannot be kept is refused in a way that the vendor tries again.
      assert.deepEqual(
        [...statuses].filter((status) => status !== 200 && status !== 503),
        [],
      );
      return acknowledged;
    },
  };
}
