import type {Clock} from './clock.js';

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
