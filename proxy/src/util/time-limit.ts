import type {Clock} from './clock.js';

/** The result of a promise, if it settles in time. A late promise is not aborted. */
export async function settledWithin<T>(
  {sleep}: Clock,
  ms: number,
  promise: Promise<T>,
  onTimeout: () => Error,
): Promise<T> {
  const isOver = new AbortController();
  const tooLate = sleep(ms, isOver.signal).then(() => {
    throw onTimeout();
  });
  // Prevents an unhandled rejection after the time limit.
  promise.catch(() => {});
  tooLate.catch(() => {});
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    isOver.abort();
  }
}

/**
 * Runs a task that is aborted after a time limit or when its client disconnects. After the limit it rejects with the error
 * of `onTimeout`, otherwise with the reason of the signal.
 */
export async function withTimeLimit<T>(
  {sleep}: Clock,
  ms: number,
  signal: AbortSignal,
  onTimeout: () => Error,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const timeUp = new AbortController();
  const finished = new AbortController();
  sleep(ms, finished.signal).then(
    () => timeUp.abort(onTimeout()),
    () => {},
  );
  try {
    return await task(AbortSignal.any([signal, timeUp.signal]));
  } catch (error) {
    signal.throwIfAborted();
    timeUp.signal.throwIfAborted();
    throw error;
  } finally {
    finished.abort();
  }
}
