/** `npm run scaling --workspace proxy`: writes the tables of docs/scaling.md. */
import {readFile, writeFile} from 'node:fs/promises';
import {loadOf, type Audience, type Capacity, type Setup} from './scaling-model.js';

const PAGE = new URL('../../../docs/scaling.md', import.meta.url);
const MARKS = /(<!-- Written by npm run scaling -->\n)[^]*(\n<!-- End of it -->)/;

/** Half of the measured requests of one core for 100 pages (docs/benchmarks.md), and the default of `MAX_STREAMS`. */
export const CAPACITY: Capacity = {requestsPerSecond: 2_000, streams: 1_000};

const HABITS = {peakFactor: 4, pagesPerUser: 3, staySeconds: 300, liveShare: 0.2};

/** Numbers of users, result pages and callbacks. */
const AUDIENCES: readonly Audience[] = [
  {...HABITS, usersPerDay: 1_000, differentPages: 20, callbacksPerDay: 50},
  {...HABITS, usersPerDay: 1_000_000, differentPages: 200, callbacksPerDay: 1_000},
  {...HABITS, usersPerDay: 100_000_000, differentPages: 1_000, callbacksPerDay: 10_000},
];

const SETUPS: readonly (Setup & {readonly name: string})[] = [
  {name: 'no CDN', cdnSeconds: 0, cdnCaches: 1, freshSeconds: 30},
  {name: 'CDN, 10 s', cdnSeconds: 10, cdnCaches: 30, freshSeconds: 30},
  {name: 'CDN, 60 s', cdnSeconds: 60, cdnCaches: 30, freshSeconds: 60},
];

const COLUMNS = [
  'users a day',
  'in front',
  'requests/s',
  'CDN hits',
  'requests/s at the proxy',
  'vendor calls in 5 min',
  'open streams',
  'writes/s',
  'processes',
];

/** The table, in Markdown. */
export function scalingTable(): string {
  const rows = AUDIENCES.flatMap((audience) =>
    SETUPS.map((setup) => {
      const load = loadOf(audience, setup, CAPACITY);
      return [
        count(audience.usersPerDay),
        setup.name,
        count(load.requestsPerSecond),
        setup.cdnSeconds > 0 ? `${(load.cdnHitRatio * 100).toFixed(1)} %` : '',
        count(load.proxyRequestsPerSecond),
        count(load.vendorCallsPerFiveMinutes),
        count(load.streams),
        count(load.writesPerSecond),
        count(load.processes),
      ];
    }),
  );
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The page with the new table between its markers. */
export function withTable(page: string): string {
  return page.replace(
    MARKS,
    (_all, start: string, end: string) => `${start}\n${scalingTable()}\n${end}`,
  );
}

function count(value: number): string {
  return value.toLocaleString('en', {maximumSignificantDigits: value < 100 ? 2 : 3});
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await writeFile(PAGE, withTable(await readFile(PAGE, 'utf8')));
}
