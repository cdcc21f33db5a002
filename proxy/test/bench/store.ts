/**
 * Measures how long the store takes for a result page of 100,000 videos.
 *
 * node --import tsx test/bench/store.ts [--videos 100000] [--file store.db]
 *
 * Each line is one kind of query for many pages in both orders. "first" is the first page after a change, when the total is
 * counted; the others are later pages. With `--file` the database is kept and used again.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {openVideoStore, type ListQuery, type VideoStore} from '../../src/index.js';

const {values: options} = parseArgs({
  options: {videos: {type: 'string', default: '100000'}, file: {type: 'string'}},
});
const COUNT = Number(options.videos);
const PAGE_SIZE = 50;
const PAGES = 60;
const USERS = 20;
const CATEGORIES = 30;
const WORDS = (
  'alpine lake drone film launch night city bridge training quarterly report music concert ocean wave ' +
  'code review skyline 视频 教程 城市 夜景 서울 여행 фильм город'
).split(' ');

const queries: readonly [name: string, filter: Partial<ListQuery>][] = [
  ['everything', {}],
  ['available', {videoStatus: 0}],
  ['blocked', {videoStatus: 1}],
  ['transcoding', {transcodeState: 3}],
  ['one user', {createUser: 'user-3'}],
  ['three users', {createUser: 'user-1,user-2,user-3'}],
  ['one category', {videoClassification: 'category-1'}],
  ['three categories', {videoClassification: 'category-1,category-2,category-3'}],
  ['a month', {startTime: '2024-03-01 00:00:00', endTime: '2024-03-31 23:59:59'}],
  ['available, transcoded', {videoStatus: 0, transcodeState: 1}],
  [
    'user, category, available',
    {createUser: 'user-1', videoClassification: 'category-1', videoStatus: 0},
  ],
  ['name, in every one', {videoName: 'video'}],
  ['name, in a seventh', {videoName: 'skyline'}],
  ['name, in a hundred', {videoName: 'video 77'}],
  ['name, in eleven', {videoName: 'video 4711'}],
  ['name, in none', {videoName: 'nowhere'}],
  ['name, two characters', {videoName: '夜景'}],
  ['name, one character', {videoName: '9'}],
  ['name and available', {videoName: 'concert', videoStatus: 0}],
  ['one id', {videoId: 'ID-0000000000000000000000004711'}],
];

const folder = await mkdtemp(join(tmpdir(), 'store-bench-'));
const store = await openVideoStore({url: `file:${options.file ?? join(folder, 'videos.db')}`});
try {
  await fill(store);
  await measureAll(store);
} finally {
  await store.close();
  await rm(folder, {recursive: true, force: true});
}

async function fill(store: VideoStore): Promise<void> {
  const {total} = await store.list({pageIndex: 1, pageSize: 1, listOrder: 0});
  const started = performance.now();
  for (let from = total; from < COUNT; from += 1_000) {
    const length = Math.min(1_000, COUNT - from);
    await store.upsert(Array.from({length}, (_, index) => aRecord(from + index)));
  }
  const perSecond = ((COUNT - total) / (performance.now() - started)) * 1_000;
  if (total < COUNT)
    console.log(`Stored ${COUNT - total} videos, ${Math.round(perSecond)} a second.`);
}

async function measureAll(store: VideoStore): Promise<void> {
  console.log(
    `\n${COUNT} videos, pages of ${PAGE_SIZE}; ${cpus()[0]?.model}, ${cpus().length} cores\n`,
  );
  console.log('| query | videos | first ms | median ms | p95 ms | max ms |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, filter] of queries) await measure(store, name, filter);
  await measureWrites(store);
}

async function measure(store: VideoStore, name: string, filter: Partial<ListQuery>): Promise<void> {
  // A change invalidates all cached totals.
  await store.upsert([{...aRecord(1), updateTime: String(Date.now())}]);
  const [first, {total}] = await timed(() => store.list({...pageOf(0), ...filter}));
  const lastPage = Math.max(Math.ceil(total / PAGE_SIZE) - 1, 0);
  const times: number[] = [];
  for (let n = 0; n < PAGES; n++) {
    const page = Math.round((lastPage * n) / (PAGES - 1));
    const query = {...pageOf(page), listOrder: n % 2, ...filter};
    times.push((await timed(() => store.list(query)))[0]);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
  const figures = [first, at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(2));
  console.log(`| ${[name, total, ...figures].join(' | ')} |`);
}

async function measureWrites(store: VideoStore): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 200; n++) {
    const record = {...aRecord(n * 101), updateTime: String(Date.now())};
    times.push((await timed(() => store.upsert([record])))[0]);
  }
  times.sort((a, b) => a - b);
  console.log(
    `\nOne changed video, durably: median ${times[100]?.toFixed(2)} ms, p95 ${times[190]?.toFixed(2)} ms`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

function pageOf(page: number): ListQuery {
  return {pageIndex: page + 1, pageSize: PAGE_SIZE, listOrder: 0};
}

/** A record that depends only on the number, about as long as the vendor's records. */
function aRecord(index: number) {
  const word = (n: number) =>
    WORDS[Math.floor(index / WORDS.length ** n + index * 7) % WORDS.length];
  const time = 1_600_000_000 + ((index * 7919) % 150_000_000);
  return {
    videoId: `ID-${String(index).padStart(28, '0')}`,
    videoName: `${word(0)} ${word(1)} ${word(2)} video ${index} `,
    videoDescription: 'What happens in it, in a sentence or two, as people write it. '.repeat(4),
    createUser: `user-${index % USERS}`,
    createTime: String(time),
    updateTime: String(time + 600),
    videoState: index % 25 === 0 ? '0' : '1',
    transcodeState: index % 50 === 0 ? '3' : '1',
    videoClassification: `category-${index % CATEGORIES}, category-${(index * 13) % CATEGORIES}`,
    imageUrl: `http://media.example.com//covers/${index}.jpg`,
    videoDuration: String(index % 4_000),
    videoResolutions: [2160, 1080, 720].map((height) => ({
      clarity: 1,
      serverType: 0,
      height,
      width: (height / 9) * 16,
      fileSize: index * 1_000,
    })),
  };
}
