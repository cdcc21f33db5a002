import {nextTurn, type Call, type CallRequest, type CallRule} from './call-rule.js';
import type {Clock} from './clock.js';

/** What a ledger says when it is asked for a call. */
export interface LedgerAnswer {
  /** Whether the call may be made now. It is noted then. */
  readonly isGranted: boolean;
  /** The calls of the last window, this one included, oldest first. */
  readonly calls: readonly Call[];
  /** No call is granted before; in the past when calls are not closed. */
  readonly closedUntilMs: number;
  /** The ledger's own time: processes that share one have different clocks. */
  readonly nowMs: number;
}

/** Where calls to the vendor are noted, so that there are never too many. */
export interface CallLedger {
  /** Notes a call, if the rule allows one now. */
  take(request: CallRequest): Promise<LedgerAnswer>;
  /** Grants nothing for a while: the vendor says that the account's calls are used up. */
  close(ms: number): Promise<void>;
}

/** The rule applied to what is noted: what a ledger does, wherever its notes are. */
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

/** Calls of this process alone, forgotten when it ends. */
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

/**
 * Calls of the last window. A clock that is set back must not leave calls in the future, to be waited for:
 * they count as of now.
 */
export function recent(calls: readonly Call[], {windowMs}: CallRule, nowMs: number): Call[] {
  return calls
    .filter(({atMs}) => atMs > nowMs - windowMs)
    .map((call) => (call.atMs > nowMs ? {...call, atMs: nowMs} : call));
}
