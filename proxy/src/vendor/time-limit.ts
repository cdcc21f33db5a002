import type {Clock} from './clock.js';

/** The result of a promise, if it settles in time. It is not ended when it does not. */
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
  // Whichever of the two comes second is nobody's business.
  promise.catch(() => {});
  tooLate.catch(() => {});
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    isOver.abort();
  }
}

/**
 * Runs a task that is aborted when its time is up or its caller has gone, and says which of the two it
 * was: a time that is up rejects with what `onTimeout` makes, a caller that has gone with the reason of
 * its signal.
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
