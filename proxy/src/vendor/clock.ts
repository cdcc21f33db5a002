/** Time as a parameter, so that tests can control it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits that many milliseconds; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The platform's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', leave);
        resolve();
      }, ms);
      if (signal?.aborted) leave();
      else signal?.addEventListener('abort', leave, {once: true});
    }),
};
