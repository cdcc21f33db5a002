import {CallBudget, type CallBudgetStatus} from './call-budget.js';
import {MemoryLedger} from './call-ledger.js';
import type {CallRequest, CallRule} from './call-rule.js';
import {CircuitBreaker} from './circuit-breaker.js';
import type {Clock} from '../util/clock.js';
import type {ReadAnswer} from './read-answer.js';
import {withRetries} from './retries.js';
import {withTimeLimit} from '../util/time-limit.js';
import {accountOf} from './vendor-account.js';
import type {VendorOptions} from './vendor-answers.js';
import {callVendor, type VendorAccount, type VendorOperation} from './vendor-call.js';
import {VendorError} from './vendor-error.js';

/** Five minutes plus some seconds, because the vendor counts calls when they arrive, and some take longer. */
const WINDOW_MS = 305_000;

/** A call to make. */
export interface VendorCall {
  readonly operation: VendorOperation;
  /** The parameters, as JSON. */
  readonly body: string;
}

/** Calls the vendor: within the limit, with retries, and not at all while it does not answer. */
export class VendorCaller {
  readonly #account: VendorAccount;
  readonly #clock: Clock;
  readonly #budget: CallBudget;
  readonly #deadlineMs: number;
  readonly #log: (line: string) => void;
  /** One for each operation, because the vendor may fail for one of them only. */
  readonly #breakers = new Map<VendorOperation, CircuitBreaker>();
  /** Calls that were made, retries included. */
  calls = 0;

  constructor(options: VendorOptions, clock: Clock) {
    this.#clock = clock;
    this.#account = accountOf(options, clock);
    this.#budget = budgetOf(options, clock);
    this.#deadlineMs = options.deadlineMs ?? 20_000;
    this.#log = options.log ?? (() => {});
  }

  /** Takes a call for the renewal of a copy, if one is available now. */
  tryTakeRefresh(): Promise<boolean> {
    return this.#budget.tryTake({share: 'refresh'});
  }

  /**
   * Makes a call.
   *
   * @param hasTakenCall - Whether it has been taken from the budget already.
   * @throws {VendorError} whatever goes wrong, except an abort.
   */
  call(
    {operation, body}: VendorCall,
    request: CallRequest,
    signal: AbortSignal,
    hasTakenCall = false,
  ): Promise<ReadAnswer> {
    const breaker = this.breakerOf(operation);
    const deadlineMs = this.#clock.now() + this.#deadlineMs;
    const onTimeout = () =>
      new VendorError('timeout', `No answer from the vendor within ${this.#deadlineMs} ms.`);
    return withTimeLimit(this.#clock, this.#deadlineMs, signal, onTimeout, async (limited) => {
      const takeCall = async () => {
        breaker.check();
        await this.#budget.take(request, limited);
      };
      const onRetry = (error: VendorError) =>
        this.#log(`${operation} is called again: ${error.message}`);
      const attempt = () => {
        this.calls += 1;
        return callVendor(this.#account, operation, body, limited);
      };
      if (!hasTakenCall) await takeCall();
      return withRetries({clock: this.#clock, deadlineMs, signal: limited, takeCall, onRetry}, () =>
        breaker.run(attempt),
      );
    });
  }

  /** Makes no calls for some time, because the vendor has reported that the limit is reached. */
  closeBudget(ms: number): void {
    void this.#budget.close(ms);
  }

  budgetStatus(): CallBudgetStatus {
    return this.#budget.status();
  }

  /** Whether no call is made for an operation now, because the vendor does not answer. */
  refuses(operation: VendorOperation): boolean {
    return this.breakerOf(operation).state === 'open';
  }

  breakerOf(operation: VendorOperation): CircuitBreaker {
    let breaker = this.#breakers.get(operation);
    if (!breaker) {
      breaker = new CircuitBreaker(this.#clock, (isOpen) => {
        const what = isOpen
          ? 'is not called for a while, because it does not answer'
          : 'answers again';
        this.#log(`${operation}: the vendor ${what}`);
      });
      this.#breakers.set(operation, breaker);
    }
    return breaker;
  }
}

function budgetOf(options: VendorOptions, clock: Clock): CallBudget {
  const limit = options.callsPerFiveMinutes ?? 300;
  const rule: CallRule = {limit, windowMs: WINDOW_MS, isShared: true};
  const {log = () => {}} = options;
  const ledger = options.ledger?.(rule, clock, log) ?? new MemoryLedger(rule, clock);
  return new CallBudget({rule, ledger, maxWaitMs: options.maxWaitMs ?? 5_000, clock});
}
