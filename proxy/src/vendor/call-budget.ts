import {recent, type CallLedger, type LedgerAnswer} from './call-ledger.js';
import {nextTurn, turnOfAll, type Call, type CallRequest, type CallRule} from './call-rule.js';
import type {Clock} from '../util/clock.js';
import {VendorError} from './vendor-error.js';

/** Options of a call budget. */
export interface CallBudgetOptions {
  readonly rule: CallRule;
  /** Records the calls. Several processes may share one ledger. */
  readonly ledger: CallLedger;
  /** Maximum wait of a call in milliseconds. A call that would wait longer is refused. */
  readonly maxWaitMs: number;
  readonly clock: Clock;
}

/** How much of the limit is used. */
export interface CallBudgetStatus {
  readonly rule: CallRule;
  /** Calls in the last window. */
  readonly calls: readonly Call[];
  /** No call is allowed before this time. In the past if calls are allowed. */
  readonly closedUntilMs: number;
}

/** A call that waits for its turn. */
interface Waiter {
  readonly request: CallRequest;
  readonly sinceMs: number;
  readonly start: () => void;
  readonly turnAway: (error: VendorError) => void;
  /** Planned time for asking the ledger. */
  turnMs: number;
  /** Whether the ledger is being asked. */
  isAsking: boolean;
}

/** `Retry-After` in seconds if the ledger fails. */
const LEDGER_RETRY_SECONDS = 2;

/**
 * Allows calls in the order of their requests, each when the ledger grants it. The time is planned from the last answer of
 * the ledger, so a request that would wait too long is refused at once.
 */
export class CallBudget {
  readonly #rule: CallRule;
  readonly #ledger: CallLedger;
  readonly #maxWaitMs: number;
  readonly #clock: Clock;
  /** Calls of the last answer of the ledger, in the time of this process. */
  #calls: readonly Call[] = [];
  #closedUntilMs = -Infinity;
  #waiters: Waiter[] = [];
  /** Planned calls of the waiters, in order. */
  #promised: Call[] = [];
  #alarm = new AbortController();

  constructor({rule, ledger, maxWaitMs, clock}: CallBudgetOptions) {
    if (!(rule.limit >= 1)) throw new RangeError('The limit must be at least one call.');
    this.#rule = {...rule, limit: Math.floor(rule.limit)};
    this.#ledger = ledger;
    this.#maxWaitMs = maxWaitMs;
    this.#clock = clock;
  }

  /** Takes a call if it is allowed now and no other request is waiting. */
  async tryTake(request: CallRequest): Promise<boolean> {
    if (this.#waiters.length > 0) return false;
    try {
      return this.#learn(await this.#ledger.take(request));
    } catch {
      return false;
    }
  }

  /**
   * Takes a call, and waits for it if necessary.
   *
   * @param signal - Aborts the wait; the promise then rejects with its reason.
   * @throws {VendorError} `rate-limited`, at once, if the wait would be too long; `no-budget` if the ledger fails.
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

  /** Allows no calls for some time, because the vendor has reported that the limit of the account is reached. */
  async close(ms: number): Promise<void> {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#clock.now() + ms);
    this.#replan();
    // If the ledger fails, only this process pauses.
    await this.#ledger.close(ms).catch(() => {});
  }

  /** How much of the limit is used, as of the last answer of the ledger. */
  status(): CallBudgetStatus {
    const calls = recent(this.#calls, this.#rule, this.#clock.now());
    return {rule: this.#rule, calls, closedUntilMs: this.#closedUntilMs};
  }

  /** Recorded and planned calls, in order. */
  #notedAndPromised(now: number): Call[] {
    return [...recent(this.#calls, this.#rule, now), ...this.#promised];
  }

  /**
   * Plans the time of a call, or refuses the call.
   *
   * @param calls - Recorded and planned calls. The planned call is appended.
   */
  #plan(waiter: Waiter, calls: Call[], now: number): void {
    const {request} = waiter;
    const turnOfAny = Math.max(turnOfAll(calls, this.#rule, now), this.#closedUntilMs);
    waiter.turnMs = Math.max(turnOfAny, nextTurn(calls, request, this.#rule, now));
    if (waiter.turnMs - waiter.sinceMs > this.#maxWaitMs) {
      this.#forget(waiter);
      return waiter.turnAway(usedUp(waiter.turnMs - now));
    }
    // A call that waits for its own share does not delay the others.
    if (waiter.turnMs !== turnOfAny) return;
    const promised = {...request, atMs: waiter.turnMs};
    this.#promised.push(promised);
    calls.push(promised);
  }

  /** Plans all waiting calls again. */
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

  /** @returns Whether the call is granted. */
  #learn({isGranted, calls, closedUntilMs, nowMs}: LedgerAnswer): boolean {
    const ahead = this.#clock.now() - nowMs;
    this.#calls = calls.map((call) => ({...call, atMs: call.atMs + ahead}));
    this.#closedUntilMs = closedUntilMs + ahead;
    return isGranted;
  }

  /** @returns Whether it was still waiting. */
  #forget(waiter: Waiter): boolean {
    const index = this.#waiters.indexOf(waiter);
    if (index >= 0) this.#waiters.splice(index, 1);
    return index >= 0;
  }
}

function usedUp(waitMs: number): VendorError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new VendorError('rate-limited', 'The limit of calls to the vendor is reached.', {
    retryAfterSeconds,
  });
}

function noLedger(error: unknown): VendorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new VendorError(
    'no-budget',
    `The vendor is not called, because calls cannot be counted: ${reason}`,
    {
      retryAfterSeconds: LEDGER_RETRY_SECONDS,
    },
  );
}
