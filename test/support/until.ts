import {setTimeout as sleep} from 'node:timers/promises';

/** Milliseconds until a wait fails. Long, because the machine may have other work; a wait that succeeds does not take longer. */
const PATIENCE_MS = 60_000;

/** Waits until a condition holds. Rejects with `what`, by default the code of the condition, if that takes too long. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = String(holds),
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const startMs = performance.now();
  while (!(await holds())) {
    const waitedMs = performance.now() - startMs;
    if (waitedMs > patienceMs) throw lateError(what, patienceMs);
    // Often at first; rarely after some seconds, because a check may cost a request.
    await sleep(Math.min(1 + waitedMs / 20, 200));
  }
}

/** Settles as the promise does. Rejects with `what` if that takes too long. */
export async function inTime<T>(
  promise: Promise<T>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const timer = new AbortController();
  const late = sleep(patienceMs, undefined, {signal: timer.signal, ref: false}).then(
    () => Promise.reject(lateError(what, patienceMs)),
    () => promise,
  );
  return Promise.race([promise, late]).finally(() => timer.abort());
}

function lateError(what: string, patienceMs: number): Error {
  return new Error(`Not within ${patienceMs} ms: ${what}`);
}
