import {setTimeout as delay} from 'node:timers/promises';
import {PAGE_SIZE} from '../alternatives/shared/more-videos.js';
import type {Change} from '../contestants.js';
import {median, type Figures} from '../figures.js';
import {Visit} from '../visit.js';
import {cardsOnFirstScreen, completeList, QUICK, type Scene} from './scene.js';

const REPEATS = 5;
/** Milliseconds within which an event or a response of the server arrives. */
const ARRIVAL_MS = 60;

/** The cost of a change: script, style and layout of all tasks. */
export function measureChanges(scene: Scene): Promise<Figures> {
  const {browser, server, contestant, count} = scene;
  server.delays = QUICK;
  const options = {count, isLive: true, spare: REPEATS * PAGE_SIZE};
  return Visit.pay(browser, server, contestant, options, async (visit) => {
    const {page} = visit;
    await page.evaluate((cards) => window.bench.load(cards), cardsOnFirstScreen(count));
    await completeList(visit, scene);
    if (!contestant.entry) await visit.makeChangeable();
    await page.evaluate(() => window.bench.untilIdle());
    const nothing = await costOf(visit, () => page.evaluate(() => undefined));
    const figures: Partial<Record<Change, number>> = {};
    for (const change of contestant.changes ?? []) {
      const isAnnounced = change === 'update' && !contestant.entry;
      const make = isAnnounced
        ? (n: number) => server.announce(n)
        : (n: number) => page.evaluate((name, m) => window.gallery![name]!(m), change, n);
      figures[change] = Math.max((await costOf(visit, make)) - nothing, 0);
    }
    return {updateMs: figures.update, appendMs: figures.append, selectMs: figures.select};
  });
}

/** The median of a few changes. */
async function costOf(visit: Visit, change: (n: number) => unknown): Promise<number> {
  const costs: number[] = [];
  for (let n = 1; n <= REPEATS; n++) {
    const before = await workMs(visit);
    await change(n);
    await delay(ARRIVAL_MS);
    await visit.page.evaluate(() => window.bench.settle());
    costs.push((await workMs(visit)) - before);
  }
  return median(costs)!;
}

async function workMs(visit: Visit): Promise<number> {
  const {ScriptDuration, LayoutDuration, RecalcStyleDuration} = await visit.metrics();
  return (ScriptDuration + LayoutDuration + RecalcStyleDuration) * 1_000;
}
