import type {Clock} from '../util/clock.js';
import {VendorError} from './vendor-error.js';

/** Number of failures in a row that open the breaker. */
const MAX_FAILURES = 5;

/** Milliseconds for which it stays open, also after a failed probe. */
const OPEN_MS = 10_000;

/**
 * - `closed`: calls are made;
 * - `open`: none are made for a while, because the last ones failed;
 * - `half-open`: one call (the probe) is made to see whether the vendor answers again.
 */
export type BreakerState = 'closed' | 'open' | 'half-open';

/**
 * Stops calls to a vendor that does not answer, so that no request waits for it, and checks at intervals whether it answers
 * again.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  readonly #onChange: (isOpen: boolean) => void;
  #failures = 0;
  /** Undefined while it is closed. */
  #openUntilMs: number | undefined;
  #isProbing = false;
  /** Incremented when it opens or closes. Results of calls that started before are ignored. */
  #era = 0;

  /** @param onChange - Called when it opens, and when it closes again. */
  constructor(clock: Clock, onChange: (isOpen: boolean) => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get state(): BreakerState {
    if (this.#openUntilMs === undefined) return 'closed';
    return this.#clock.now() < this.#openUntilMs || this.#isProbing ? 'open' : 'half-open';
  }

  /** @throws {VendorError} `unavailable` while no call may be made. */
  check(): void {
    if (this.state === 'open') throw this.#refusal();
  }

  /** Makes a call, if one may be made. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    this.check();
    const era = this.#era;
    const isProbe = this.state === 'half-open';
    this.#isProbing ||= isProbe;
    try {
      const result = await call();
      if (era === this.#era) this.#close();
      return result;
    } catch (error) {
      if (era === this.#era) this.#note(error, isProbe);
      throw error;
    } finally {
      // Also if the client of the call has disconnected, so that the next call can be the probe.
      if (isProbe) this.#isProbing = false;
    }
  }

  #note(error: unknown, isProbe: boolean): void {
    if (isAnswer(error)) this.#close();
    else if (error instanceof VendorError) {
      this.#failures += 1;
      if (isProbe || this.#failures >= MAX_FAILURES) this.#open();
    }
  }

  #close(): void {
    this.#failures = 0;
    if (this.#openUntilMs === undefined) return;
    this.#openUntilMs = undefined;
    this.#era += 1;
    this.#onChange(false);
  }

  #open(): void {
    const wasClosed = this.#openUntilMs === undefined;
    this.#openUntilMs = this.#clock.now() + OPEN_MS;
    this.#era += 1;
    if (wasClosed) this.#onChange(true);
  }

  #refusal(): VendorError {
    const leftMs = Math.max((this.#openUntilMs ?? 0) - this.#clock.now(), 0);
    const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
    return new VendorError(
      'unavailable',
      'The vendor is not called, because the last calls failed.',
      {
        retryAfterSeconds,
      },
    );
  }
}

/**
 * Whether the vendor has answered, even with an error. An error of one query must not stop other queries, so an invalid
 * answer counts as an answer.
 */
function isAnswer(error: unknown): boolean {
  return error instanceof VendorError && !error.isUnanswered;
}
