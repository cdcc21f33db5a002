/** Default time limit of a request in milliseconds. */
export const DEFAULT_TIMEOUT = 15_000;

/** The longest time in milliseconds that timers support: 24 days. After a longer one, they fire at once. */
export const LONGEST_DELAY = 2 ** 31 - 1;

/** Limits a timeout to what timers support; the default if it is not a positive number. */
export const clampTimeout = (timeout: number): number =>
  timeout > 0 ? Math.min(timeout, LONGEST_DELAY) : DEFAULT_TIMEOUT;

/** A signal that aborts after a number of milliseconds. The host page may have set any number. */
export const timeLimit = (timeout: number): AbortSignal =>
  AbortSignal.timeout(clampTimeout(timeout));
