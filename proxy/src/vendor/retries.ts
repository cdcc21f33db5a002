import type {Clock} from '../util/clock.js';
import {VendorError} from './vendor-error.js';

/** Maximum number of attempts, the first included. */
const MAX_ATTEMPTS = 3;

/** Maximum pause before the first retry in milliseconds. It doubles with each retry. */
const FIRST_PAUSE_MS = 250;

/** Options of retries. */
export interface RetryOptions {
  readonly clock: Clock;
  /** Time limit for all attempts. No retry starts after it. */
  readonly deadlineMs: number;
  /** Ends the pauses; the promise then rejects with its reason. */
  readonly signal: AbortSignal;
  /** Takes another call from the budget; rejects if there is none. */
  readonly takeCall: () => Promise<void>;
  /** Called for each failed attempt that is followed by another. */
  readonly onRetry: (error: VendorError) => void;
}

/**
 * Repeats calls that failed in the network or in a gateway. All calls only read, so repeating is safe. Errors that the
 * vendor itself reports are not repeated.
 */
export async function withRetries<T>(options: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === MAX_ATTEMPTS || !isUnanswered(error)) throw error;
      await pauseAndTakeCall(options, attempts, error);
    }
  }
}

async function pauseAndTakeCall(
  {clock, deadlineMs, signal, takeCall, onRetry}: RetryOptions,
  attempts: number,
  error: VendorError,
): Promise<void> {
  // A random part of the pause, so that processes do not retry at the same time.
  const pauseMs = Math.random() * FIRST_PAUSE_MS * 2 ** (attempts - 1);
  if (clock.now() + pauseMs >= deadlineMs) throw error;
  onRetry(error);
  await clock.sleep(pauseMs, signal);
  try {
    await takeCall();
  } catch {
    signal.throwIfAborted();
    // Report the original error, and not that the budget has no call for a retry.
    throw error;
  }
}

function isUnanswered(error: unknown): error is VendorError {
  return error instanceof VendorError && error.isUnanswered;
}
