import {percentile, type Figures} from '../figures.js';
import {titleAt} from '../records.js';
import {Visit} from '../visit.js';
import {
  cardsOnFirstScreen,
  completeList,
  fullColumns,
  QUICK,
  SLOW_COVERS,
  type Scene,
} from './scene.js';

/** Not longer than the page of 50 videos; with more videos, the wheel passes many cards. */
const wheelDistance = (count: number) => (count > 50 ? 6_000 : 2_400);
/** The speed of a user who looks for a video. */
const WHEEL_PIXELS_PER_SECOND = 1_600;
const SWEEP_MS = 3_000;
const MEGABYTE = 1e6;

/** Nodes and memory of the whole list, and the frames during scrolling, with slow covers. */
export function measureScroll(scene: Scene): Promise<Figures> {
  const {browser, server, contestant, count} = scene;
  server.delays = SLOW_COVERS;
  return Visit.pay(browser, server, contestant, {count}, async (visit) => {
    const {page} = visit;
    const columns = fullColumns(count);
    await page.evaluate((cards) => window.bench.load(cards), cardsOnFirstScreen(count));
    await completeList(visit, scene);
    const atTop = await holdings(visit);

    await page.evaluate((n) => window.bench.startWatching(n), columns);
    const before = await visit.metrics();
    await visit.turnWheel(wheelDistance(count), WHEEL_PIXELS_PER_SECOND);
    const wheel = await page.evaluate(() => window.bench.stopWatching());
    const after = await visit.metrics();

    const sweep = await page.evaluate((n, ms) => window.bench.sweep(n, ms), columns, SWEEP_MS);
    const isAtEnd = await page.evaluate((title) => window.bench.shows(title), titleAt(count - 1));
    // Chromium keeps an image and its subtree in memory until the image is loaded, even outside the document.
    server.delays = QUICK;
    await page.waitForNetworkIdle();
    const atEnd = await holdings(visit);
    return {
      ...atTop,
      nodesAtEnd: atEnd.nodes,
      heapAtEndMb: atEnd.heapMb,
      wheelP95Ms: percentile(wheel.intervals, 0.95),
      wheelBlankFrames: wheel.blankFrames,
      wheelThreadMs: (after.ThreadTime - before.ThreadTime) * 1_000,
      sweepP95Ms: percentile(sweep.intervals, 0.95),
      sweepBlankFrames: sweep.blankFrames,
      layoutShift: await page.evaluate(() => window.bench.layoutShift()),
      missesEnd: Number(!isAtEnd),
    };
  });
}

async function holdings(visit: Visit) {
  await visit.page.evaluate(() => window.bench.untilIdle());
  const heapMb = (await visit.heapBytes()) / MEGABYTE;
  return {nodes: (await visit.metrics()).Nodes, heapMb};
}
