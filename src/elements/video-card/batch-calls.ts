/** Milliseconds for which calls are collected. */
const WAIT = 100;

let waiting: (() => void)[] = [];

/**
 * Calls the callback within 100 ms, together with all others of this time. Covers load one after another, and each change of a
 * custom state makes the browser recalculate styles.
 */
export function callInBatch(callback: () => void): void {
  waiting.push(callback);
  if (waiting.length === 1) setTimeout(callAll, WAIT);
}

function callAll() {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) callback();
}
