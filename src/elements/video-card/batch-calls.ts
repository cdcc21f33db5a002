/** Milliseconds for which calls are collected. */
const WAIT = 100;

let waiting: (() => void)[] = [];

/**
 * Calls all callbacks of 100 ms at once. Covers load one after another, and each change of a custom state makes the browser
 * recalculate styles.
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
