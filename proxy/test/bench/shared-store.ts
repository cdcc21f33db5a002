/**
 * Two processes with one store, as a file and in PostgreSQL: 1,000 clients with all kinds of pages of 100,000 videos, 1,000
 * streams, and callbacks one after another at the same time. Part of `npm run bench:proxy`; alone:
 *
 * tsx proxy/test/bench/shared-store.ts [--videos 100000] [--viewers 1000] [--streams 1000]
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {aRecord, anEnvelope} from '../../../test/support/records.js';
import {openVideoStore} from '../../src/index.js';
import {postgresFolder, startPostgres} from '../support/postgres-server.js';
import {asker, videosInOrder} from '../support/proxy-scene.js';
import {sendCallbacks} from './callbacks.js';
import {startServer, type RunningServer} from './servers.js';
import {Stream} from './stream.js';
import {Viewers} from './viewers.js';

const {values} = parseArgs({
  options: {
    videos: {type: 'string', default: '100000'},
    viewers: {type: 'string', default: '1000'},
    streams: {type: 'string', default: '1000'},
  },
});
const [VIDEOS, VIEWERS, STREAMS] = [values.videos, values.viewers, values.streams].map(Number) as [
  number,
  number,
  number,
];
const PROCESSES = 2;
const WARM_UP_MS = 3_000;
const MEASURE_MS = 10_000;
const BATCH = 1_000;
const SECRET = 'a secret of some length';

/** First pages, later pages, one filter, several filters, names. */
const PATHS = [
  '/videos?pageSize=24',
  ...Array.from({length: 20}, (_, n) => `/videos?pageSize=24&pageIndex=${2 + n * 200}`),
  '/videos?pageSize=24&videoStatus=0',
  '/videos?pageSize=24&videoStatus=0&transcodeState=1&createUser=editor',
  '/videos?pageSize=24&videoName=Video%2042',
];

const cleanUps: (() => unknown)[] = [];
const scene = {after: (cleanUp: () => unknown) => void cleanUps.unshift(cleanUp)};
console.log(
  `\n${PROCESSES} processes on one store, ${VIDEOS} videos, ${VIEWERS} viewers, ${STREAMS} streams, callbacks one after another\n`,
);
console.log(
  '| store | stored/s | served/s | CPU µs each | p50 ms | p99 ms | not 200 | callbacks/s | p50 ms | p99 ms | refused | heard by all after ms |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
try {
  const folder = await mkdtemp(join(tmpdir(), 'video-bench-'));
  scene.after(() => rm(folder, {recursive: true, force: true}));
  await run('a file', `file:${join(folder, 'videos.db')}`);
  if (postgresFolder()) await run('PostgreSQL', (await startPostgres(scene)).url);
  else console.log('| PostgreSQL is not installed |');
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
}

async function run(name: string, databaseUrl: string): Promise<void> {
  const storedPerSecond = await fill(databaseUrl);
  const role = {kind: 'store-proxy', databaseUrl, secret: SECRET} as const;
  const servers = await Promise.all(Array.from({length: PROCESSES}, () => startServer(role)));
  const ports = servers.map(({port}) => port);
  const streams = await Promise.all(
    Array.from({length: STREAMS}, (_, n) => Stream.open(ports[n % PROCESSES]!)),
  );
  const visit = {paths: PATHS, revalidates: false};
  const viewers = await Promise.all(
    ports.map((port) => Viewers.connect(port, Math.ceil(VIEWERS / PROCESSES), visit)),
  );
  await Promise.all(viewers.map((some) => some.watch(WARM_UP_MS)));
  const callbacks = await sendCallbacks({ports, secret: SECRET});
  const before = await cpuOf(servers);
  const seen = await Promise.all(viewers.map((some) => some.watch(MEASURE_MS)));
  const cpuMicroseconds = (await cpuOf(servers)) - before;
  const sent = await callbacks.stop();
  const heardMs = await heardByAll(streams, ports[0]!);

  const total = (of: (each: (typeof seen)[number]) => number) =>
    seen.reduce((sum, each) => sum + of(each), 0);
  const not200 = total(({requests, statuses}) => requests - (statuses[200] ?? 0));
  const figures = [
    storedPerSecond,
    total(({perSecond}) => perSecond),
    cpuMicroseconds / total(({requests}) => requests),
    Math.max(...seen.map(({p50Ms}) => p50Ms)),
    Math.max(...seen.map(({p99Ms}) => p99Ms)),
    not200,
    sent.perSecond,
    sent.p50Ms,
    sent.p99Ms,
    sent.refused,
    heardMs,
  ];
  console.log(`| ${[name, ...figures.map((figure) => figure.toFixed(0))].join(' | ')} |`);
  for (const stream of streams) stream.close();
  for (const some of viewers) some.close();
  for (const server of servers) server.stop();
}

/** Processor time of the servers, including callbacks and events. */
async function cpuOf(servers: readonly RunningServer[]): Promise<number> {
  const counts = await Promise.all(servers.map((server) => server.count()));
  return counts.reduce((sum, {cpuMicroseconds}) => sum + cpuMicroseconds, 0);
}

async function fill(url: string): Promise<number> {
  const store = await openVideoStore({url, timeoutMs: 60_000});
  const videos = videosInOrder(VIDEOS);
  const started = performance.now();
  for (let from = 0; from < VIDEOS; from += BATCH) {
    await store.upsert(videos.slice(from, from + BATCH));
  }
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  return VIDEOS / seconds;
}

async function heardByAll(streams: readonly Stream[], port: number): Promise<number> {
  const last = 'the-last-callback';
  const started = performance.now();
  const heard = Promise.all(streams.map((stream) => stream.hears(last)));
  const {callback} = asker(`http://127.0.0.1:${port}`);
  await callback('/callbacks', anEnvelope([aRecord({videoId: last})]), {
    'x-callback-secret': SECRET,
  });
  await heard;
  return performance.now() - started;
}
