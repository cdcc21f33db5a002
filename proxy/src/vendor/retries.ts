import type {Clock} from './clock.js';
import {VendorError} from './vendor-error.js';

/** Attempts at a call, the first included. */
const MAX_ATTEMPTS = 3;

/** Milliseconds that the pause before the first retry stays below; it doubles with each. */
const FIRST_PAUSE_MS = 250;

/** What is in front of the vendor may be better a moment later. */
const PASSING_STATUSES: readonly number[] = [502, 503, 504];

/** What retries need from around them. */
export interface RetryOptions {
  readonly clock: Clock;
  /** When the time for all attempts is up: no retry begins that could not. */
  readonly deadlineMs: number;
  /** Ends the pauses; the promise then rejects with its reason. */
  readonly signal: AbortSignal;
  /** Asks for another call; rejects when there is none to be had. */
  readonly takeCall: () => Promise<void>;
  /** Hears of each failed attempt that is followed by another. */
  readonly onRetry: (error: VendorError) => void;
}

/**
 * Tries again what failed on its way to the vendor. Every call of ours only reads, so a call that
 * arrived in spite of its failure does no harm. What the vendor itself answers is an answer.
 */
export async function withRetries<T>(options: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === MAX_ATTEMPTS || !mayPass(error)) throw error;
      await pauseAndTakeCall(options, attempts, error);
    }
  }
}

async function pauseAndTakeCall(
  {clock, deadlineMs, signal, takeCall, onRetry}: RetryOptions,
  attempts: number,
  error: VendorError,
): Promise<void> {
  // Anywhere between nothing and the full pause, so that many processes do not come back together.
  const pauseMs = Math.random() * FIRST_PAUSE_MS * 2 ** (attempts - 1);
  if (clock.now() + pauseMs >= deadlineMs) throw error;
  onRetry(error);
  await clock.sleep(pauseMs, signal);
  try {
    await takeCall();
  } catch {
    signal.throwIfAborted();
    // That there is no call left for it is not why it failed.
    throw error;
  }
}

function mayPass(error: unknown): error is VendorError {
  if (!(error instanceof VendorError)) return false;
  const {code, upstreamStatus = 0} = error;
  return (
    code === 'network' ||
    code === 'timeout' ||
    (code === 'http' && PASSING_STATUSES.includes(upstreamStatus))
  );
}
