/** Milliseconds for which calls are collected. */
const WAIT = 100;

let waiting: (() => void)[] = [];

/**
 * Calls back soon, together with all others that wait. Covers arrive one by one, and a custom state that changes makes
 * the browser compute styles again each time.
 */
export function callTogether(callback: () => void): void {
  waiting.push(callback);
  if (waiting.length === 1) setTimeout(callAll, WAIT);
}

function callAll() {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) callback();
}
