import type {Figures} from '../figures.js';
import {Visit} from '../visit.js';
import {cardsOnFirstScreen, completeList, QUICK, SLOW_LINE, type Scene} from './scene.js';

/** Times and work from the start of the navigation until all cards in the viewport are complete. */
export function measureLoad(scene: Scene): Promise<Figures> {
  const {browser, server, contestant, count} = scene;
  server.delays = QUICK;
  return Visit.pay(browser, server, contestant, {count}, async (visit) => {
    const {page} = visit;
    const times = await page.evaluate(
      (cards) => window.bench.load(cards),
      cardsOnFirstScreen(count),
    );
    await page.evaluate(() => window.bench.untilIdle());
    const metrics = await visit.metrics();
    const longTasks = await page.evaluate(() => window.bench.longTasks());
    if (!contestant.grows) await completeList(visit, scene);
    return {
      firstCardMs: times.firstCard,
      firstScreenMs: times.firstScreen,
      scriptMs: metrics.ScriptDuration * 1_000,
      styleMs: metrics.RecalcStyleDuration * 1_000,
      layoutMs: (metrics.LayoutDuration + metrics.RecalcStyleDuration) * 1_000,
      // Processor time: not affected by other processes of the machine.
      mainThreadMs: metrics.ThreadTime * 1_000,
      longTasks: longTasks.count,
      longTasksMs: longTasks.ms,
    };
  });
}

/** The same on a slow connection, where bytes and requests matter. */
export function measureSlowLine(scene: Scene): Promise<Figures> {
  const {browser, server, contestant, count} = scene;
  server.delays = QUICK;
  return Visit.pay(browser, server, contestant, {count, line: SLOW_LINE}, async (visit) => {
    const times = await visit.page.evaluate(
      (cards) => window.bench.load(cards),
      cardsOnFirstScreen(count),
    );
    return {
      slowFirstCardMs: times.firstCard,
      slowFirstScreenMs: times.firstScreen,
      slowKb: visit.scriptBytes / 1_000,
    };
  });
}
