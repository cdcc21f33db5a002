/**
 * `npm run bench:proxy`: a thousand concurrent clients, the real proxy, and a fake vendor that verifies every signature and
 * counts every call. For comparison, a bare Node server sends the same bytes in the same run. Prints Markdown.
 */
import {availableParallelism, cpus} from 'node:os';
import {startServer, type BareAnswer, type RunningServer, type ServerCounts} from './servers.js';
import {Viewers, type Measurement, type Visit} from './viewers.js';

const VIEWERS = 1_000;
const PAGE_SIZE = 24;
const WARM_UP_MS = 2_000;
const MEASURE_MS = 5_000;
/** The proxy and the bare server are measured in turn, so that other load of the machine affects both. */
const ROUNDS = 3;
/** The default of the proxy. */
const FRESH_MS = 30_000;
/** Much shorter than in production: every page always needs a refresh. */
const HARDLY_FRESH_MS = 100;

interface Scenario extends Visit {
  readonly name: string;
  readonly freshMs: number;
}

const SCENARIOS: readonly Scenario[] = [
  {name: 'the same page', paths: pages(1), freshMs: FRESH_MS, revalidates: false},
  {name: 'the same page, revalidating', paths: pages(1), freshMs: FRESH_MS, revalidates: true},
  {name: '100 pages', paths: pages(100), freshMs: FRESH_MS, revalidates: false},
  {name: '100 pages, never fresh', paths: pages(100), freshMs: HARDLY_FRESH_MS, revalidates: false},
  {name: '1,000 pages, nothing cached', paths: pages(1_000), freshMs: FRESH_MS, revalidates: false},
];

/** The measurement of a server in one round. */
interface Round extends Measurement {
  readonly cpuMicroseconds: number;
}

print(
  `${VIEWERS} viewers, ${ROUNDS} rounds of ${MEASURE_MS / 1000} s each, pages of ${PAGE_SIZE}, `,
);
print(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}\n\n`);
const COLUMNS = [
  'clients request',
  'server',
  'served/s',
  'of bare',
  'CPU µs each',
  'p50 ms',
  'p99 ms',
  'upstream calls',
  'of them refused',
  'hit ratio',
  '304',
  '429',
];
printRow(COLUMNS);
printRow(COLUMNS.map(() => '---'));
for (const scenario of SCENARIOS) await run(scenario);

async function run(scenario: Scenario): Promise<void> {
  const vendor = await startServer({kind: 'vendor', videos: scenario.paths.length * PAGE_SIZE});
  const endpoint = `http://127.0.0.1:${vendor.port}`;
  const proxy = await startServer({kind: 'proxy', endpoint, freshMs: scenario.freshMs});
  const answers = await answersOf(proxy.port, scenario.paths);
  const bare = await startServer({kind: 'bare', answers});
  const proxyViewers = await Viewers.connect(proxy.port, VIEWERS, scenario);
  const bareViewers = await Viewers.connect(bare.port, VIEWERS, scenario);

  await bareViewers.watch(WARM_UP_MS);
  await proxyViewers.watch(WARM_UP_MS);
  const [ofProxy, ofBare]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ofBare.push(await measure(bare, bareViewers));
    ofProxy.push(await measure(proxy, proxyViewers));
  }
  report(scenario.name, ofProxy, ofBare, await vendor.count());
  report(scenario.name, ofBare, ofBare);

  proxyViewers.close();
  bareViewers.close();
  for (const server of [vendor, proxy, bare]) server.stop();
}

/** The responses for the bare server: those of the proxy, within the limit of its calls to the vendor. */
async function answersOf(port: number, paths: readonly string[]) {
  const answers: Record<string, BareAnswer> = {};
  // Not more than the proxy can fetch without waiting for the rate limit; the others get the bytes of the first.
  for (const path of paths.slice(0, 100)) answers[path] = await answerOf(port, path);
  for (const path of paths) answers[path] ??= answers[paths[0]!]!;
  return answers;
}

async function answerOf(port: number, path: string): Promise<BareAnswer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  if (!response.ok) throw new Error(`${path} is answered with ${response.status}.`);
  const headers = Object.fromEntries(response.headers);
  for (const hop of ['connection', 'date', 'keep-alive']) delete headers[hop];
  return {headers, body: await response.text()};
}

async function measure(server: RunningServer, viewers: Viewers): Promise<Round> {
  const before = await server.count();
  const measurement = await viewers.watch(MEASURE_MS);
  const after = await server.count();
  return {...measurement, cpuMicroseconds: after.cpuMicroseconds - before.cpuMicroseconds};
}

function report(
  name: string,
  rounds: readonly Round[],
  bare: readonly Round[],
  upstream?: ServerCounts,
): void {
  const {perSecond, p50Ms, p99Ms} = median(rounds);
  const requests = sum(rounds.map((round) => round.requests));
  const cpuMicroseconds = sum(rounds.map((round) => round.cpuMicroseconds));
  const share = (status: number) =>
    percent(sum(rounds.map(({statuses}) => statuses[status] ?? 0)) / requests);
  printRow([
    name,
    upstream ? 'proxy' : 'bare',
    Math.round(perSecond).toLocaleString('en'),
    (perSecond / median(bare).perSecond).toFixed(2),
    (cpuMicroseconds / requests).toFixed(0),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    upstream ? String(upstream.calls) : '',
    upstream ? String(upstream.refused) : '',
    upstream ? percent(1 - upstream.calls / requests) : '',
    share(304),
    share(429),
  ]);
}

function median(rounds: readonly Round[]): Round {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function pages(count: number): string[] {
  return Array.from({length: count}, (_, n) => `/videos?pageIndex=${n + 1}&pageSize=${PAGE_SIZE}`);
}

function printRow(cells: readonly string[]): void {
  print(`| ${cells.join(' | ')} |\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
