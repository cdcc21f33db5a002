import type {Clock} from './clock.js';
import {VendorError} from './vendor-error.js';

/** How many calls, and how long one may wait for its turn. */
export interface CallBudgetOptions {
  /** Calls in any window; at least 1. */
  readonly limit: number;
  /** Milliseconds of a window. */
  readonly windowMs: number;
  /** Milliseconds a call may wait before it is turned away instead. */
  readonly maxWaitMs: number;
  readonly clock: Clock;
}

/** A call that waits for its turn. */
interface Waiter {
  readonly sinceMs: number;
  readonly start: () => void;
  readonly turnAway: (error: VendorError) => void;
}

/**
 * Lets calls through so that no window of time, wherever it begins, ever holds more than the limit.
 *
 * A bucket that starts full and refills at the allowed rate lets nearly twice the limit through in its
 * first window, so this one remembers when the calls were. The first half of a window's calls go at
 * once; those left after that are spread over the time until the oldest leaves the window: after a rush
 * a new caller waits seconds, not minutes, and yet the whole limit is used when it is needed.
 */
export class CallBudget {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #maxWaitMs: number;
  readonly #clock: Clock;
  /** Calls that go without spacing while a window holds fewer than these. */
  readonly #unspaced: number;
  /** When the calls of the last window were let through, then when the waiting ones will be. */
  #times: number[] = [];
  #waiters: Waiter[] = [];
  #closedUntilMs = -Infinity;
  #alarm = new AbortController();

  constructor({limit, windowMs, maxWaitMs, clock}: CallBudgetOptions) {
    if (!(limit >= 1)) throw new RangeError('A limit below one call lets nothing through.');
    this.#limit = Math.floor(limit);
    this.#windowMs = windowMs;
    this.#maxWaitMs = maxWaitMs;
    this.#clock = clock;
    this.#unspaced = Math.ceil(this.#limit / 2);
  }

  /** Takes a call if that is possible at once, and nobody is waiting for it. */
  tryTake(): boolean {
    const now = this.#readClock();
    if (this.#waiters.length > 0 || this.#nextTurn(now) > now) return false;
    this.#times.push(now);
    return true;
  }

  /**
   * Takes a call, in the order asked, waiting for it if need be.
   *
   * @param signal - Gives the place in the queue back; the promise then rejects with its reason.
   * @throws {VendorError} `rate-limited`, at once, when the wait would be too long.
   */
  take(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    if (this.tryTake()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#replan((other) => other !== waiter);
        reject(signal.reason as Error);
      };
      const stay = () => signal.removeEventListener('abort', leave);
      const waiter: Waiter = {
        sinceMs: this.#readClock(),
        start: () => (stay(), resolve()),
        turnAway: (error) => (stay(), reject(error)),
      };
      signal.addEventListener('abort', leave);
      this.#enqueue(waiter, waiter.sinceMs);
      this.#setAlarm(waiter.sinceMs);
    });
  }

  /** Lets nothing through for a while: the vendor says that the account's calls are used up. */
  close(ms: number): void {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#readClock() + ms);
    this.#replan();
  }

  /** Promises a call its turn, or turns it away. */
  #enqueue(waiter: Waiter, now: number): void {
    const turn = this.#nextTurn(now);
    if (turn - waiter.sinceMs > this.#maxWaitMs) return waiter.turnAway(usedUp(turn - now));
    this.#times.push(turn);
    this.#waiters.push(waiter);
  }

  /** Makes all promises anew, to those who still wait. */
  #replan(isWaiting: (waiter: Waiter) => boolean = () => true): void {
    const now = this.#readClock();
    const waiters = this.#waiters.filter(isWaiting);
    this.#times.length -= this.#waiters.length;
    this.#waiters = [];
    for (const waiter of waiters) this.#enqueue(waiter, now);
    this.#setAlarm(now);
  }

  #setAlarm(now: number): void {
    this.#alarm.abort();
    const turn = this.#firstPromise();
    if (turn === undefined) return;
    this.#alarm = new AbortController();
    this.#clock.sleep(turn - now, this.#alarm.signal).then(
      () => this.#startFirst(),
      () => {},
    );
  }

  #startFirst(): void {
    const now = this.#readClock();
    const turn = this.#firstPromise();
    // A timer may ring a moment early; the turn is what was promised.
    if (turn === undefined || now < turn) return this.#setAlarm(now);
    this.#times[this.#times.length - this.#waiters.length] = now;
    this.#waiters.shift()?.start();
    // Late for one is late for all: the others were promised a turn so long after this one.
    if (now > turn) this.#replan();
    else this.#setAlarm(now);
  }

  #firstPromise(): number | undefined {
    return this.#waiters.length > 0 ? this.#times.at(-this.#waiters.length) : undefined;
  }

  /** The first moment at which one more call, after all that are promised, keeps to the rule. */
  #nextTurn(now: number): number {
    const last = this.#times.at(-1) ?? -Infinity;
    const rushTurn = this.#whenFewerThan(this.#unspaced);
    const spacedTurn = Math.max(this.#spacedTurn(), this.#whenFewerThan(this.#limit));
    return Math.max(now, last, this.#closedUntilMs, Math.min(rushTurn, spacedTurn));
  }

  /** When a window holds fewer calls than that. */
  #whenFewerThan(count: number): number {
    return (this.#times.at(-count) ?? -Infinity) + this.#windowMs;
  }

  /** When the next call is due if those that are left last until the oldest is out of the window. */
  #spacedTurn(): number {
    const last = this.#times.at(-1);
    if (last === undefined) return -Infinity;
    const first = this.#times.findIndex((ms) => ms > last - this.#windowMs);
    const left = Math.max(0, this.#limit - (this.#times.length - first));
    // In whole milliseconds, so that sums of them are exact.
    return last + Math.ceil((this.#times[first]! + this.#windowMs - last) / (left + 1));
  }

  #readClock(): number {
    const now = this.#clock.now();
    const times = this.#times;
    const passed = times.length - this.#waiters.length;
    // A machine's clock that is set back must not leave calls in the future, to be waited for.
    for (let n = passed - 1; n >= 0 && times[n]! > now; n--) times[n] = now;
    let old = 0;
    while (old < passed && times[old]! < now - this.#windowMs) old++;
    times.splice(0, old);
    return now;
  }
}

function usedUp(waitMs: number): VendorError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new VendorError('rate-limited', 'The calls that the vendor allows are used up for now.', {
    retryAfterSeconds,
  });
}
