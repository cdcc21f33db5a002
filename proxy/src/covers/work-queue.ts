import {ProxyError} from '../proxy-error.js';

/** Seconds after which to try again when there is too much to do. */
const RETRY_AFTER_SECONDS = '5';

/** Does a few things at a time; others wait, but not too many. */
export class WorkQueue {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(maxRunning: number, maxWaiting: number) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Does something when it is its turn; not at all when nobody wants it any more.
   *
   * @throws {ProxyError} 503 when too many wait already.
   */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running < this.#maxRunning) this.#running += 1;
    else await this.#turn();
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      // Whoever is next takes over the place: nobody can come in between.
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
