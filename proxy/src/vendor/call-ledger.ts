import {nextTurn, type Call, type CallRequest, type CallRule} from './call-rule.js';
import type {Clock} from '../util/clock.js';

/** The answer of a ledger to a request for a call. */
export interface LedgerAnswer {
  /** Whether the call may be made now. It has then been recorded. */
  readonly isGranted: boolean;
  /** The calls of the last window, this one included, oldest first. */
  readonly calls: readonly Call[];
  /** No call is granted before this time. In the past if calls are allowed. */
  readonly closedUntilMs: number;
  /** The time of the ledger, because processes that share it have different clocks. */
  readonly nowMs: number;
}

/** Records the calls to the vendor, so that the limit is never exceeded. */
export interface CallLedger {
  /** Records a call if the rule allows one now. */
  take(request: CallRequest): Promise<LedgerAnswer>;
  /** Grants no call for some time, because the vendor has reported that the limit of the account is reached. */
  close(ms: number): Promise<void>;
}

/** Applies the rule to the recorded calls. Shared by all ledgers. */
export function grant(
  calls: readonly Call[],
  request: CallRequest,
  rule: CallRule,
  {closedUntilMs, nowMs}: Pick<LedgerAnswer, 'closedUntilMs' | 'nowMs'>,
): LedgerAnswer {
  const isGranted = Math.max(closedUntilMs, nextTurn(calls, request, rule, nowMs)) <= nowMs;
  const noted = isGranted ? [...calls, {...request, atMs: nowMs}] : calls;
  return {isGranted, calls: noted, closedUntilMs, nowMs};
}

/** Records calls in the memory of one process. */
export class MemoryLedger implements CallLedger {
  readonly #rule: CallRule;
  readonly #clock: Clock;
  #calls: readonly Call[] = [];
  #closedUntilMs = -Infinity;

  constructor(rule: CallRule, clock: Clock) {
    this.#rule = rule;
    this.#clock = clock;
  }

  take(request: CallRequest): Promise<LedgerAnswer> {
    const nowMs = this.#clock.now();
    const calls = recent(this.#calls, this.#rule, nowMs);
    const closedUntilMs = this.#closedUntilMs;
    const answer = grant(calls, request, this.#rule, {closedUntilMs, nowMs});
    this.#calls = answer.calls;
    return Promise.resolve(answer);
  }

  close(ms: number): Promise<void> {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#clock.now() + ms);
    return Promise.resolve();
  }
}

/** Calls of the last window. After a clock has been set back, recorded calls would be in the future: they count as made now. */
export function recent(calls: readonly Call[], {windowMs}: CallRule, nowMs: number): Call[] {
  return calls
    .filter(({atMs}) => atMs > nowMs - windowMs)
    .map((call) => (call.atMs > nowMs ? {...call, atMs: nowMs} : call));
}
