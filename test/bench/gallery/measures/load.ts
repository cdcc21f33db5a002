import type {Figures} from '../figures.js';
import {Visit} from '../visit.js';
import {cardsOnFirstScreen, completeList, QUICK, SLOW_LINE, type Scene} from './scene.js';

/** From the start of the navigation until the first screen is complete, and what that took. */
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
      // Time of the processor: what others do on the machine meanwhile does not count.
      mainThreadMs: metrics.ThreadTime * 1_000,
      longTasks: longTasks.count,
      longTasksMs: longTasks.ms,
    };
  });
}

/** The same over a slow line, where bytes and requests count. */
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
