import {ProxyError} from '../proxy-error.js';

/** `Retry-After` in seconds if the queue is full. */
const RETRY_AFTER_SECONDS = '5';

/** Runs a limited number of tasks at a time, with a queue of limited length. */
export class WorkQueue {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(maxRunning: number, maxWaiting: number) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
  }

  /** Length of the queue. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs a task when it is its turn, unless the signal has been aborted by then.
   *
   * @throws {ProxyError} 503 if the queue is full.
   */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running < this.#maxRunning) this.#running += 1;
    else await this.#turn();
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      // The next task takes over the slot directly, so that no new task can take it.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#maxWaiting) {
      const headers = {'retry-after': RETRY_AFTER_SECONDS};
      throw new ProxyError(503, 'There are too many covers to prepare.', {headers});
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
