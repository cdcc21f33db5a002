import {systemClock, type Clock} from '../util/clock.js';
import type {CountedPoints, PointCounter} from './rate-limit.js';

/** Adds points of this process to a window of time, and returns the sums of all processes. */
export type AddPoints = (
  windowStartMs: number,
  points: ReadonlyMap<string, number>,
) => Promise<ReadonlyMap<string, number>>;

/** Options of a shared counter. */
interface CounterOptions {
  /** Counts in this process. */
  readonly counter: PointCounter;
  readonly points: number;
  readonly seconds: number;
  readonly add: AddPoints;
  readonly clock?: Clock;
}

/** Interval in milliseconds at which processes exchange their counts. */
const SHARE_MS = 1_000;

/**
 * Part of the limit below which a process does not share the points of a client. Most clients stay below it, so the store
 * has little to write, even during an attack with many addresses.
 */
const UNSHARED = 0.05;

/** Maximum number of clients in one exchange, so that an attack with many addresses cannot fill the store. */
const MAX_SENT = 100;

/** Counts of one window of time, which is the same for all processes. */
interface SharedWindow {
  readonly startMs: number;
  /** Points of each client in this process. */
  readonly own: Map<string, number>;
  /** The part of them that has been shared. */
  readonly shared: Map<string, number>;
  /** Points of each client in the other processes. */
  readonly others: Map<string, number>;
}

/**
 * Counts points in this process, and once a second shares those of busy clients with the other processes of a store. A
 * request never waits for the store. So a client may exceed its limit by its requests of one second, and by a twentieth of
 * the limit for each process.
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
    // Limiters of `rate-limiter-flexible` reject with this object.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (left < 0) throw all;
    return all;
  }

  reward(key: string, points = 1): Promise<CountedPoints> {
    this.#note(key, -points);
    return this.#options.counter.reward(key, points);
  }

  /** @returns The count of the other processes. */
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
    // If the store fails, these points are shared in the next exchange.
    void this.#clock
      .sleep(SHARE_MS)
      .then(() => this.#share(this.#window))
      .catch(() => {})
      .finally(() => (this.#isSharing = false));
  }

  async #share({startMs, own, shared, others}: SharedWindow): Promise<void> {
    const {points, add} = this.#options;
    const news = new Map<string, number>();
    for (const [key, used] of own) {
      if (news.size === MAX_SENT) break;
      const unshared = used - (shared.get(key) ?? 0);
      if (used >= points * UNSHARED && unshared > 0) news.set(key, unshared);
    }
    if (news.size === 0) return;
    const totals = await add(startMs, news);
    for (const [key, unshared] of news) {
      const known = (shared.get(key) ?? 0) + unshared;
      shared.set(key, known);
      others.set(key, Math.max(0, (totals.get(key) ?? known) - known));
    }
  }
}

function windowFrom(startMs: number): SharedWindow {
  return {startMs, own: new Map(), shared: new Map(), others: new Map()};
}
