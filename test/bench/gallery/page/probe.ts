/**
 * What the bench has in every page: it takes the times and counts what happens. Loaded before anything
 * else, so that it sees everything.
 */
import {drawnCards, hasCover, titleOf} from './cards.js';
import {untilPainted, watchFrames, type FrameReport} from './frames.js';

/** Milliseconds from the start of the navigation. */
export interface LoadTimes {
  /** The first card is on the screen. */
  readonly firstCard: number;
  /** Every card in the viewport is, with its cover. */
  readonly firstScreen: number;
}

/** Tasks of more than 50 ms. */
export interface LongTasks {
  readonly count: number;
  readonly ms: number;
}

/** What a page can be asked by the bench. */
export interface Probe {
  load(cardsOnFirstScreen: number): Promise<LoadTimes>;
  /** Resolves when nothing has happened for a while. */
  untilIdle(): Promise<void>;
  longTasks(): LongTasks;
  layoutShift(): number;
  /** Asks a growing list for so many more pages. */
  grow(pages: number): Promise<void>;
  /** Watches until {@link Probe.stopWatching}. */
  startWatching(columns: number): void;
  stopWatching(): Promise<FrameReport>;
  /** Scrolls from the top to the end in so many milliseconds. */
  sweep(columns: number, ms: number): Promise<FrameReport>;
  /** Waits until a card with this title is drawn; false when that takes too long. */
  shows(title: string): Promise<boolean>;
  /** Resolves when a change has been painted, and what it left for later has been done. */
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
      // Between two frames, as the reader's own scrolling is: the next one begins with the event.
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

/** Looked for before every frame, timed after the one that shows it. */
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
