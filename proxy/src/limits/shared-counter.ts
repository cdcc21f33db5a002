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

/**
 * Counts points in this process, and once a second shares those of busy clients with the other processes of a store. A
 * request never waits for the store. So a client may exceed its limit by what it can do in a second, and by a twentieth of it for
 * each process.
 */
export class SharedCounter implements PointCounter {
  readonly #options: CounterOptions;
  readonly #clock: Clock;
  readonly #windowMs: number;
  #windowStartMs = 0;
  /** What each client has used in this window, in this process. */
  #own = new Map<string, number>();
  /** The part of it that the others know of. */
  #shared = new Map<string, number>();
  /** What each client has used in the other processes. */
  #others = new Map<string, number>();
  #isSharing = false;

  constructor(options: CounterOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#windowMs = options.seconds * 1000;
  }

  consume(key: string, points = 1): Promise<CountedPoints> {
    this.#beginWindow();
    const before = this.#own.get(key) ?? 0;
    const own = before + points;
    this.#own.set(key, own);
    if (own >= this.#options.points * UNSHARED) this.#shareSoon();
    const used = own + (this.#others.get(key) ?? 0);
    const counted = this.#counted(used, before === 0);
    // What a limiter of `rate-limiter-flexible` does, too.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return used > this.#options.points ? Promise.reject(counted) : Promise.resolve(counted);
  }

  reward(key: string, points = 1): Promise<CountedPoints> {
    return this.consume(key, -points);
  }

  #counted(used: number, isFirstInDuration: boolean): CountedPoints {
    const remainingPoints = Math.max(0, this.#options.points - used);
    const msBeforeNext = this.#windowStartMs + this.#windowMs - this.#clock.now();
    return {remainingPoints, msBeforeNext, isFirstInDuration};
  }

  #beginWindow(): void {
    const now = this.#clock.now();
    const startMs = now - (now % this.#windowMs);
    if (startMs === this.#windowStartMs) return;
    this.#windowStartMs = startMs;
    this.#own = new Map();
    this.#shared = new Map();
    this.#others = new Map();
  }

  #shareSoon(): void {
    if (this.#isSharing) return;
    this.#isSharing = true;
    // What is not shared because the store fails is shared the next time.
    void this.#clock
      .sleep(SHARE_MS)
      .then(() => this.#share())
      .catch(() => {})
      .finally(() => (this.#isSharing = false));
  }

  async #share(): Promise<void> {
    const {points, add} = this.#options;
    const [startMs, own, shared, others] = [
      this.#windowStartMs,
      this.#own,
      this.#shared,
      this.#others,
    ];
    const news = new Map<string, number>();
    for (const [key, used] of own) {
      const unknown = used - (shared.get(key) ?? 0);
      if (used >= points * UNSHARED && unknown > 0) news.set(key, unknown);
    }
    if (news.size === 0) return;
    const totals = await add(startMs, news);
    for (const [key, unknown] of news) {
      const known = (shared.get(key) ?? 0) + unknown;
      shared.set(key, known);
      others.set(key, Math.max(0, (totals.get(key) ?? known) - known));
    }
  }
}
