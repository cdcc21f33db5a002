import {recent, type CallLedger, type LedgerAnswer} from './call-ledger.js';
import {nextTurn, turnOfAll, type Call, type CallRequest, type CallRule} from './call-rule.js';
import type {Clock} from './clock.js';
import {VendorError} from './vendor-error.js';

/** How many calls, and how long one may wait for its turn. */
export interface CallBudgetOptions {
  readonly rule: CallRule;
  /** Where calls are noted. Several processes may have the same one. */
  readonly ledger: CallLedger;
  /** Milliseconds a call may wait before it is turned away instead. */
  readonly maxWaitMs: number;
  readonly clock: Clock;
}

/** How much of the limit is used. */
export interface CallBudgetStatus {
  readonly rule: CallRule;
  /** Those of the last window. */
  readonly calls: readonly Call[];
  /** Nothing is let through before; in the past when calls are not closed. */
  readonly closedUntilMs: number;
}

/** A call that waits for its turn. */
interface Waiter {
  readonly request: CallRequest;
  readonly sinceMs: number;
  readonly start: () => void;
  readonly turnAway: (error: VendorError) => void;
  /** When the ledger is to be asked. */
  turnMs: number;
  /** Whether it is being asked. */
  isAsking: boolean;
}

/** Seconds after which to try again when the ledger cannot be asked. */
const LEDGER_RETRY_SECONDS = 2;

/**
 * Lets calls through, in the order asked, each when the ledger grants it. When that will be is planned
 * from what the ledger said last, so that who would wait too long is told at once.
 */
export class CallBudget {
  readonly #rule: CallRule;
  readonly #ledger: CallLedger;
  readonly #maxWaitMs: number;
  readonly #clock: Clock;
  /** What the ledger said last, in this process's time. */
  #calls: readonly Call[] = [];
  #closedUntilMs = -Infinity;
  #waiters: Waiter[] = [];
  /** Turns that waiters are promised, in order. */
  #promised: Call[] = [];
  #alarm = new AbortController();

  constructor({rule, ledger, maxWaitMs, clock}: CallBudgetOptions) {
    if (!(rule.limit >= 1)) throw new RangeError('The limit must be at least one call.');
    this.#rule = {...rule, limit: Math.floor(rule.limit)};
    this.#ledger = ledger;
    this.#maxWaitMs = maxWaitMs;
    this.#clock = clock;
  }

  /** Takes a call if that is possible at once, and nobody is waiting for one. */
  async tryTake(request: CallRequest): Promise<boolean> {
    if (this.#waiters.length > 0) return false;
    try {
      return this.#learn(await this.#ledger.take(request));
    } catch {
      return false;
    }
  }

  /**
   * Takes a call, waiting for it if need be.
   *
   * @param signal - Gives the place in the queue back; the promise then rejects with its reason.
   * @throws {VendorError} `rate-limited`, at once, when the wait would be too long; `no-budget` when the
   *   ledger cannot be asked.
   */
  take(request: CallRequest, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#forget(waiter);
        this.#replan();
        reject(signal.reason as Error);
      };
      const stay = () => signal.removeEventListener('abort', leave);
      const waiter: Waiter = {
        request,
        sinceMs: this.#clock.now(),
        start: () => (stay(), resolve()),
        turnAway: (error) => (stay(), reject(error)),
        turnMs: Infinity,
        isAsking: false,
      };
      signal.addEventListener('abort', leave);
      this.#waiters.push(waiter);
      this.#plan(waiter, this.#notedAndPromised(waiter.sinceMs), waiter.sinceMs);
      this.#setAlarm();
    });
  }

  /** Lets nothing through for a while: the vendor says that the account's calls are used up. */
  async close(ms: number): Promise<void> {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#clock.now() + ms);
    this.#replan();
    // Who has to wait does so without the others knowing of it.
    await this.#ledger.close(ms).catch(() => {});
  }

  /** How much of the limit is used, as far as this process knows. */
  status(): CallBudgetStatus {
    const calls = recent(this.#calls, this.#rule, this.#clock.now());
    return {rule: this.#rule, calls, closedUntilMs: this.#closedUntilMs};
  }

  /** The calls that a new one has to come after, in order. */
  #notedAndPromised(now: number): Call[] {
    return [...recent(this.#calls, this.#rule, now), ...this.#promised];
  }

  /**
   * Promises a call its turn, or turns it away.
   *
   * @param calls - Those that it has to come after. What is promised is appended.
   */
  #plan(waiter: Waiter, calls: Call[], now: number): void {
    const {request} = waiter;
    const turnOfAny = Math.max(turnOfAll(calls, this.#rule, now), this.#closedUntilMs);
    waiter.turnMs = Math.max(turnOfAny, nextTurn(calls, request, this.#rule, now));
    if (waiter.turnMs - waiter.sinceMs > this.#maxWaitMs) {
      this.#forget(waiter);
      return waiter.turnAway(usedUp(waiter.turnMs - now));
    }
    // Who waits for a share of its own is in nobody's way.
    if (waiter.turnMs !== turnOfAny) return;
    const promised = {...request, atMs: waiter.turnMs};
    this.#promised.push(promised);
    calls.push(promised);
  }

  /** Makes all promises anew, to those who still wait. */
  #replan(): void {
    const now = this.#clock.now();
    this.#promised = [];
    const calls = this.#notedAndPromised(now);
    for (const waiter of [...this.#waiters]) if (!waiter.isAsking) this.#plan(waiter, calls, now);
    this.#setAlarm();
  }

  #setAlarm(): void {
    this.#alarm.abort();
    const waiting = this.#waiters.filter(({isAsking}) => !isAsking);
    if (waiting.length === 0) return;
    const turnMs = Math.min(...waiting.map((waiter) => waiter.turnMs));
    const now = this.#clock.now();
    if (turnMs <= now) return this.#askForAll(now);
    this.#alarm = new AbortController();
    this.#clock.sleep(turnMs - now, this.#alarm.signal).then(
      () => this.#setAlarm(),
      () => {},
    );
  }

  #askForAll(now: number): void {
    for (const waiter of this.#waiters) {
      if (!waiter.isAsking && waiter.turnMs <= now) void this.#ask(waiter);
    }
    this.#setAlarm();
  }

  async #ask(waiter: Waiter): Promise<void> {
    waiter.isAsking = true;
    try {
      const isGranted = this.#learn(await this.#ledger.take(waiter.request));
      waiter.isAsking = false;
      if (isGranted && this.#forget(waiter)) waiter.start();
    } catch (error) {
      if (this.#forget(waiter)) waiter.turnAway(noLedger(error));
    }
    this.#replan();
  }

  /** @returns whether the call is granted. */
  #learn({isGranted, calls, closedUntilMs, nowMs}: LedgerAnswer): boolean {
    const ahead = this.#clock.now() - nowMs;
    this.#calls = calls.map((call) => ({...call, atMs: call.atMs + ahead}));
    this.#closedUntilMs = closedUntilMs + ahead;
    return isGranted;
  }

  /** @returns whether it was still there. */
  #forget(waiter: Waiter): boolean {
    const index = this.#waiters.indexOf(waiter);
    if (index >= 0) this.#waiters.splice(index, 1);
    return index >= 0;
  }
}

function usedUp(waitMs: number): VendorError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new VendorError('rate-limited', 'The calls that the vendor allows are used up for now.', {
    retryAfterSeconds,
  });
}

function noLedger(error: unknown): VendorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new VendorError(
    'no-budget',
    `The vendor is not asked, because calls cannot be counted: ${reason}`,
    {
      retryAfterSeconds: LEDGER_RETRY_SECONDS,
    },
  );
}
