/** The script that measures times and counts events in every page. It is loaded first, so that it misses nothing. */
import {drawnCards, hasCover, titleOf} from './cards.js';
import {untilPainted, watchFrames, type FrameReport} from './frames.js';

/** Milliseconds from the start of the navigation. */
export interface LoadTimes {
  /** When the first card is on the screen. */
  readonly firstCard: number;
  /** When all cards in the viewport are, with their covers. */
  readonly firstScreen: number;
}

/** Tasks of more than 50 ms. */
export interface LongTasks {
  readonly count: number;
  readonly ms: number;
}

/** What the benchmark can call in every page. */
export interface Probe {
  load(cardsOnFirstScreen: number): Promise<LoadTimes>;
  /** Resolves when the main thread is idle. */
  untilIdle(): Promise<void>;
  longTasks(): LongTasks;
  layoutShift(): number;
  /** Loads this number of further result pages in a list that grows. */
  grow(pages: number): Promise<void>;
  /** Records frames until {@link Probe.stopWatching}. */
  startWatching(columns: number): void;
  stopWatching(): Promise<FrameReport>;
  /** Scrolls from the top to the end in `ms` milliseconds. */
  sweep(columns: number, ms: number): Promise<FrameReport>;
  /** Waits until a card with this title is rendered; false after 5 seconds. */
  shows(title: string): Promise<boolean>;
  /** Resolves when a change has been painted and its deferred work is done. */
  settle(): Promise<void>;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

const QUIET_MS = 300;
const PATIENCE_MS = 5_000;

const longTasks = observe('longtask');
const layoutShifts = observe('layout-shift') as (PerformanceEntry & {readonly value: number})[];
let watching: Promise<FrameReport> | undefined;
let isWatching = false;

window.bench = {
  async load(cardsOnFirstScreen) {
    const firstCard = await timeOf(() => drawnCards().length >= Math.min(cardsOnFirstScreen, 1));
    const firstScreen = await timeOf(
      () => drawnCards().slice(0, cardsOnFirstScreen).filter(hasCover).length >= cardsOnFirstScreen,
    );
    return {firstCard, firstScreen};
  },

  async untilIdle() {
    await sleep(QUIET_MS);
    await new Promise((resolve) => requestIdleCallback(resolve));
  },

  longTasks: () => ({count: longTasks.length, ms: sum(longTasks, ({duration}) => duration)}),

  layoutShift: () => sum(layoutShifts, ({value}) => value),

  async grow(pages) {
    const append = window.gallery?.append;
    if (!append) throw new Error('This list does not grow.');
    for (let page = 0; page < pages; page++) await append(page);
  },

  startWatching(columns) {
    isWatching = true;
    watching = watchFrames(columns, () => !isWatching);
  },

  async stopWatching() {
    isWatching = false;
    return (await watching)!;
  },

  async sweep(columns, ms) {
    const started = performance.now();
    return watchFrames(columns, () => {
      const progress = Math.min((performance.now() - started) / ms, 1);
      // Between two frames, as with a user's scrolling: the next frame begins with the scroll event.
      scrollTo(0, progress * (document.documentElement.scrollHeight - innerHeight));
      return progress === 1;
    });
  },

  async shows(title) {
    const started = performance.now();
    while (performance.now() - started < PATIENCE_MS) {
      if (drawnCards().some((card) => titleOf(card) === title)) return true;
      await untilPainted();
    }
    return false;
  },

  async settle() {
    await untilPainted();
    await untilPainted();
    await new Promise((resolve) => requestIdleCallback(resolve));
  },
};

/** Checks the condition before every frame; the result is the time after the frame that shows it. */
async function timeOf(isThere: () => boolean): Promise<number> {
  for (;;) {
    const painted = untilPainted();
    await new Promise(requestAnimationFrame);
    const isSeen = isThere();
    await painted;
    if (isSeen) return performance.now();
  }
}

function observe(type: string): PerformanceEntry[] {
  const entries: PerformanceEntry[] = [];
  new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
    type,
    buffered: true,
  });
  return entries;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
