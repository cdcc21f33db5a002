import {inTime} from '../../../test/support/until.js';
import type {Clock} from '../../src/util/clock.js';

interface Sleeper {
  readonly ms: number;
  readonly untilMs: number;
  readonly wake: () => void;
}

/** A clock that only tests advance. */
export class FakeClock implements Clock {
  #nowMs: number;
  #sleepers: Sleeper[] = [];
  #watchers: (() => void)[] = [];

  /** @param startMs - Default: now, so that other clocks agree. */
  constructor(startMs = Date.now()) {
    this.#nowMs = startMs;
  }

  readonly now = (): number => this.#nowMs;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason as Error);
      };
      const wake = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const sleeper = {ms, untilMs: this.#nowMs + ms, wake};
      if (signal?.aborted) return leave();
      this.#sleepers.push(sleeper);
      for (const look of this.#watchers.splice(0)) look();
      signal?.addEventListener('abort', leave);
    });

  /** Number of pending sleeps. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  /** Waits for a sleep of at most this many milliseconds. Returns the remaining milliseconds. */
  asleep(mostMs: number): Promise<number> {
    return inTime(this.#asleep(mostMs), `a sleep of at most ${mostMs} ms`);
  }

  /** Advances the time. All sleeps that end meanwhile are woken in order, each at its own time. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (;;) {
      await settleMicrotasks();
      const next = this.#sleepers.toSorted((a, b) => a.untilMs - b.untilMs)[0];
      if (!next || next.untilMs > endMs) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#nowMs = Math.max(this.#nowMs, next.untilMs);
      next.wake();
    }
    this.#nowMs = endMs;
    await settleMicrotasks();
  }

  /** Sets the clock forwards or back, like an operator. Does not end sleeps. */
  set(ms: number): void {
    this.#nowMs = ms;
  }

  async #asleep(mostMs: number): Promise<number> {
    for (;;) {
      const sleeper = this.#sleepers.find(({ms}) => ms <= mostMs);
      if (sleeper) return sleeper.untilMs - this.#nowMs;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }
}

/** Resolves after all pending microtasks and immediates. */
function settleMicrotasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
