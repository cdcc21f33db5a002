/**
 * `npm run bench`: compares our built script, hand-written DOM and public alternatives in one Chromium. Prints Markdown; a
 * complete run also writes docs/benchmarks.md.
 *
 * npm run bench -- [--runs 5] [--sizes 50,1000,10000,100000] [--only ours,dom] [--build dist] [--docs]
 */
import {availableParallelism, cpus} from 'node:os';
import {openChromium} from '../../support/chromium.js';
import {brotliBytes, buildScripts, OURS, scriptOf} from './build.js';
import {CONTESTANTS, EMPTY, type Contestant} from './contestants.js';
import type {Figures} from './figures.js';
import {measureChanges} from './measures/changes.js';
import {measureLoad, measureSlowLine} from './measures/load.js';
import type {Scene} from './measures/scene.js';
import {measureScroll} from './measures/scroll.js';
import {readOptions} from './options.js';
import {pageOf} from './pages.js';
import {writeBenchmarks} from './benchmark-page.js';
import {Results} from './results.js';
import {BenchServer} from './server.js';
import {figureTables, slowLineTable, verdictTable} from './tables.js';
import {judge, SHORTEST} from './targets.js';

const options = readOptions(process.argv.slice(2));
const contestants = CONTESTANTS.filter(({id}) => options.only.includes(id));
const everyone = [...contestants, EMPTY];
const scripts = await buildScripts(everyone, options.build);
const server = await BenchServer.start({
  scripts,
  page: (id, query) =>
    pageOf(
      everyone.find((contestant) => contestant.id === id)!,
      query,
    ),
});
const browser = await openChromium();
const results = new Results();
try {
  for (const count of options.sizes) {
    for (let round = 0; round < options.runs; round++) await playRound(count, round);
  }
  const report = await writeReport();
  console.log(report);
  for (const failure of results.failures) console.error(`Not measured: ${failure}`);
  if (options.writesPage) await writeBenchmarks(report);
} finally {
  await browser.close();
  server.close();
}

/** Measures every contestant once. Each round starts with a different one. */
async function playRound(count: number, round: number): Promise<void> {
  await measure(EMPTY, 0, [measureLoad, measureScroll]);
  const first = round % contestants.length;
  for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
    if (count > (contestant.mostVideos ?? Infinity)) continue;
    console.error(`${count} videos, round ${round + 1} of ${options.runs}: ${contestant.id}`);
    const measures = [measureLoad];
    if (!contestant.onlyLoads) measures.push(measureScroll);
    if (contestant.changes) measures.push(measureChanges);
    if (count === SHORTEST) measures.push(measureSlowLine);
    await measure(contestant, count, measures);
  }
}

/** The failure of one contestant does not stop the others. */
async function measure(
  contestant: Contestant,
  count: number,
  measures: readonly ((scene: Scene) => Promise<Figures>)[],
): Promise<void> {
  for (const take of measures) {
    try {
      results.add(contestant, count, await take({browser, server, contestant, count}));
    } catch (error) {
      results.fail(contestant, count, error);
    }
  }
}

async function writeReport(): Promise<string> {
  const machine = [cpus()[0]?.model.trim(), `${availableParallelism()} cores`].join(', ');
  const chromium = (await browser.version()).replace(/^\w+/, 'Chromium');
  const ourBytes = brotliBytes(scripts.get(OURS)!);
  return [
    `${machine}; ${chromium}; medians of ${options.runs}.`,
    slowLineTable(results, contestants, SHORTEST),
    ...inPairs(options.sizes).map((sizes) => figureTables(results, contestants, sizes, scriptKb)),
    verdictTable(judge(results, options.sizes, ourBytes)),
  ].join('\n\n');
}

/** A table cell has space for two numbers of videos. */
function inPairs(sizes: readonly number[]): number[][] {
  const count = Math.ceil(sizes.length / 2);
  return Array.from({length: count}, (_, n) => sizes.slice(2 * n, 2 * n + 2));
}

/** Our script is the same in every row; the script that sets `videos` is part of the host page. */
function scriptKb(contestant: Contestant): string {
  const name = contestant.listAttributes === undefined ? scriptOf(contestant) : OURS;
  return (brotliBytes(scripts.get(name)!) / 1_000).toFixed(1);
}
