import assert from 'node:assert/strict';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {until} from '../../test/support/until.js';
import {openVideoStore, type VideoStore} from '../src/index.js';
import {reconcile} from '../src/reconcile.js';
import {
  startPostgres,
  startReplica,
  whyNoPostgres,
  type PostgresServer,
} from './support/postgres-server.js';
import {startProcess} from './support/proxy-process.js';
import {asker, type Scene} from './support/proxy-scene.js';
import {vendorScene} from './support/vendor-scene.js';

const SECRET = 'a-secret-of-some-length';
const REPLICA = 'replica';
const ROUNDS = 2;
const SENDERS = 4;

/** Callbacks that must be acknowledged before a primary is killed, and after its replica has taken over. */
const CALLBACKS = 25;

/** Time limit in milliseconds of a test that copies and starts servers. */
const TIME_MS = 120_000;

/** Milliseconds until a replica must have what its primary has. */
const PATIENCE_MS = 20_000;

describe('a primary that is killed under callbacks', {skip: whyNoPostgres()}, () => {
  it(
    'loses no acknowledged video when its replica takes over, with synchronous replication',
    {timeout: TIME_MS},
    async (test) => {
      let primary = await startPostgres(test, {wal_level: 'replica'});
      let replica = await startReplica(test, primary, REPLICA);
      // Also on the replica, which was copied before and takes over. Later replicas are copied from it.
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

      const kept = await videosIn(await opened(test, databaseUrl));
      assert.ok(acknowledged.length >= CALLBACKS * (ROUNDS + 1));
      assert.deepEqual(
        acknowledged.filter((videoId) => !kept.has(videoId)),
        [],
      );
    },
  );

  it(
    'loses what the replica had not received yet, without synchronous replication, until the list is compared',
    {timeout: TIME_MS},
    async (test) => {
      const primary = await startPostgres(test, {wal_level: 'replica'});
      const line = await aLineTo(test, primary.port);
      const replica = await startReplica(test, {...primary, port: line.port}, REPLICA);
      const databaseUrl = `postgres://tests@127.0.0.1:${primary.port},127.0.0.1:${replica.port}/videos`;
      const {url} = await startProcess(test, {
        DATABASE_URL: databaseUrl,
        CALLBACK_SECRET: SECRET,
      });
      const received = await acknowledgedAlone(url, 'received');
      await untilStored(replica, received.length);

      line.stall();
      const unsent = await acknowledgedAlone(url, 'unsent');
      await primary.kill();
      line.cut();
      await replica.promote();

      const store = await opened(test, databaseUrl);
      const kept = await videosIn(store);
      const lost = [...received, ...unsent].filter((videoId) => !kept.has(videoId));
      assert.deepEqual(lost, unsent, 'all that was acknowledged while the line stood still');

      const records = [...received, ...unsent].map((videoId) => aRecord({videoId}));
      const {answers} = await vendorScene(test, {vendor: {records}});
      assert.equal((await reconcile({vendor: answers, store})).changed, unsent.length);
      assert.deepEqual([...(await videosIn(store))].sort(), [...received, ...unsent].sort());
    },
  );
});

async function opened(test: Scene, url: string): Promise<VideoStore> {
  const store = await openVideoStore({url});
  test.after(() => store.close());
  return store;
}

async function videosIn(store: VideoStore): Promise<Set<unknown>> {
  const videoIds = new Set<unknown>();
  const last = await store.lastSequence();
  for (let sequence = 0; sequence < last;) {
    const changes = await store.changesSince(sequence, 500);
    changes.forEach(({record}) => videoIds.add(record['videoId']));
    sequence = changes.at(-1)?.sequence ?? last;
  }
  return videoIds;
}

/** Callbacks one after another. Each is repeated until it is acknowledged. */
async function acknowledgedAlone(url: string, name: string): Promise<string[]> {
  const {callback} = asker(url);
  const headers = {'x-callback-secret': SECRET};
  const videoIds = Array.from({length: CALLBACKS}, (_, n) => `${name}-${n}`);
  for (const videoId of videoIds) {
    const envelope = anEnvelope([aRecord({videoId})]);
    // A busy machine may make the store late.
    await until(
      async () => (await callback('/callbacks', envelope, headers)).status === 200,
      'the acknowledgement of a callback',
      PATIENCE_MS,
    );
  }
  return videoIds;
}

async function untilStored(server: PostgresServer, videos: number): Promise<void> {
  const count = () => server.query('\\c videos\nSELECT count(*) FROM videos');
  const areStored = async () => (await count()).endsWith(String(videos));
  await until(areStored, `${videos} videos in the replica`, PATIENCE_MS);
}

/** A port that forwards to another one until it is stalled, like a network between two machines. */
async function aLineTo(test: Scene, port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  test.after(cut);
  const stall = () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  return {port: (server.address() as AddressInfo).port, stall, cut};
}

/** Sends callbacks one after another and repeats each until it is acknowledged, like the vendor. */
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
    /** Waits until a number of further callbacks has been acknowledged. */
    acknowledged: async (more: number) => {
      const wanted = acknowledged.length + more;
      const isEnough = () => acknowledged.length >= wanted;
      await Promise.race([until(isEnough, `${more} more acknowledged callbacks`), senders]);
      assert.ok(!isOver);
    },
    stop: async () => {
      isOver = true;
      await senders;
      // Callbacks that cannot be stored are refused with a status for which the vendor retries.
      assert.deepEqual(
        [...statuses].filter((status) => status !== 200 && status !== 503),
        [],
      );
      return acknowledged;
    },
  };
}
