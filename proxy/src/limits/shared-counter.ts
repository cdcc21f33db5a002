import {systemClock, type Clock} from '../vendor/clock.js';
import type {CountedPoints, PointCounter} from './rate-limit.js';

/**
 * Adds this process's points of some clients to a window of time, and says how many all processes together have counted
 * for them.
 */
export type AddPoints = (
  windowStartMs: number,
  points: ReadonlyMap<string, number>,
) => Promise<ReadonlyMap<string, number>>;

/** What a counter allows. */
interface CounterOptions {
  /** Counts in this process. */
  readonly counter: PointCounter;
  readonly points: number;
  readonly seconds: number;
  readonly add: AddPoints;
  readonly clock?: Clock;
}

/** Milliseconds between two times at which processes tell each other. */
const SHARE_MS = 1_000;

/**
 * Part of the limit below which a process keeps a client's points to itself: it is what most clients stay below, so the
 * store is left alone, also by somebody with very many addresses.
 */
const UNSHARED = 0.05;

/** Clients that are told of in one go, at most: somebody with very many addresses must not fill the store. */
const MAX_TOLD = 100;

/** What is told of a window of time, which is the same for all processes. */
interface SharedWindow {
  readonly startMs: number;
  /** What each client has used in this process. */
  readonly own: Map<string, number>;
  /** The part of it that the others know of. */
  readonly told: Map<string, number>;
  /** What each client has used in the other processes. */
  readonly others: Map<string, number>;
}

/**
 * Counts points in this process, and once a second shares those of busy clients with the other processes of a store. A
 * request never waits for the store. So a client may exceed its limit by what it can do in a second, and by a twentieth of it for
 * each process.
 */
export class SharedCounter implements PointCounter {
  readonly #options: CounterOptions;
  readonly #clock: Clock;
  readonly #windowMs: number;
  #window: SharedWindow = windowFrom(0);
  #isSharing = false;

  constructor(options: CounterOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#windowMs = options.seconds * 1000;
  }

  async consume(key: string, points = 1): Promise<CountedPoints> {
    const ofOthers = this.#note(key, points);
    const counted = await this.#options.counter.consume(key, points);
    const left = counted.remainingPoints - ofOthers;
    const {msBeforeNext, isFirstInDuration} = counted;
    const all = {msBeforeNext, isFirstInDuration, remainingPoints: Math.max(0, left)};
    // As a limiter of `rate-limiter-flexible` refuses.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (left < 0) throw all;
    return all;
  }

  reward(key: string, points = 1): Promise<CountedPoints> {
    this.#note(key, -points);
    return this.#options.counter.reward(key, points);
  }

  /** @returns what the other processes have counted. */
  #note(key: string, points: number): number {
    const now = this.#clock.now();
    const startMs = now - (now % this.#windowMs);
    if (startMs !== this.#window.startMs) this.#window = windowFrom(startMs);
    const {own, others} = this.#window;
    const used = (own.get(key) ?? 0) + points;
    own.set(key, used);
    if (used >= this.#options.points * UNSHARED) this.#shareSoon();
    return others.get(key) ?? 0;
  }

  #shareSoon(): void {
    if (this.#isSharing) return;
    this.#isSharing = true;
    // What is not shared because the store fails is shared the next time.
    void this.#clock
      .sleep(SHARE_MS)
      .then(() => this.#share(this.#window))
      .catch(() => {})
      .finally(() => (this.#isSharing = false));
  }

  async #share({startMs, own, told, others}: SharedWindow): Promise<void> {
    const {points, add} = this.#options;
    const news = new Map<string, number>();
    for (const [key, used] of own) {
      if (news.size === MAX_TOLD) break;
      const untold = used - (told.get(key) ?? 0);
      if (used >= points * UNSHARED && untold > 0) news.set(key, untold);
    }
    if (news.size === 0) return;
    const totals = await add(startMs, news);
    for (const [key, untold] of news) {
      const known = (told.get(key) ?? 0) + untold;
      told.set(key, known);
      others.set(key, Math.max(0, (totals.get(key) ?? known) - known));
    }
  }
}

function windowFrom(startMs: number): SharedWindow {
  return {startMs, own: new Map(), told: new Map(), others: new Map()};
}
