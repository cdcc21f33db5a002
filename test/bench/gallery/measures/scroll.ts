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

/** Short enough for 50 videos. */
const WHEEL_DISTANCE = 2_400;
/** As fast as somebody who looks for something. */
const WHEEL_PIXELS_PER_SECOND = 1_600;
const SWEEP_MS = 3_000;
const MEGABYTE = 1e6;

/** What the whole list holds, and what is seen when the reader scrolls; with covers that arrive late. */
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
    await visit.turnWheel(WHEEL_DISTANCE, WHEEL_PIXELS_PER_SECOND);
    const wheel = await page.evaluate(() => window.bench.stopWatching());

    const sweep = await page.evaluate((n, ms) => window.bench.sweep(n, ms), columns, SWEEP_MS);
    const isAtEnd = await page.evaluate((title) => window.bench.shows(title), titleAt(count - 1));
    // Chromium keeps what a picture is in until the picture is there, in the document or not.
    server.delays = QUICK;
    await page.waitForNetworkIdle();
    const atEnd = await holdings(visit);
    return {
      ...atTop,
      nodesAtEnd: atEnd.nodes,
      heapAtEndMb: atEnd.heapMb,
      wheelP95Ms: percentile(wheel.intervals, 0.95),
      wheelBlankFrames: wheel.blankFrames,
      sweepP95Ms: percentile(sweep.intervals, 0.95),
      sweepBlankFrames: sweep.blankFrames,
      layoutShift: await page.evaluate(() => window.bench.layoutShift()),
      missesEnd: Number(!isAtEnd),
    };
  });
}

/** What the decoded records hold by themselves. */
export function measureRecords({browser, server, contestant, count}: Scene): Promise<Figures> {
  return Visit.pay(browser, server, contestant, {count}, async (visit) => {
    await visit.page.waitForFunction(() => 'records' in window);
    return {heapMb: (await holdings(visit)).heapMb};
  });
}

async function holdings(visit: Visit) {
  await visit.page.evaluate(() => window.bench.untilIdle());
  const heapMb = (await visit.heapBytes()) / MEGABYTE;
  return {nodes: (await visit.metrics()).Nodes, heapMb};
}
