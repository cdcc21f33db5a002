import type {Log} from '../error-answers.js';
import {ProxyError} from '../proxy-error.js';
import {BoundedMap} from '../vendor/bounded-map.js';
import {RateLimit} from './rate-limit.js';

/** Wrong secrets in five minutes after which a client has to wait. */
const GUESSES = 10;

/** Clients that are remembered to know the secret. */
const MAX_TRUSTED = 1_000;

/** Slows down clients that try secrets. One that has known it is never slowed down. */
export class SecretGuesses {
  readonly #log: Log;
  readonly #trusted = new BoundedMap<true>(MAX_TRUSTED, Infinity);
  readonly #limit = new RateLimit({
    name: 'secrets',
    points: GUESSES,
    seconds: 300,
    message: 'There were too many wrong attempts.',
  });

  constructor(log: Log) {
    this.#log = log;
  }

  /**
   * Counts an attempt before its secret is looked at.
   *
   * @returns what is to be called when the secret was right.
   * @throws {ProxyError} 429 after too many wrong ones.
   */
  async count(client: string | undefined, request: Request): Promise<() => Promise<void>> {
    if (client === undefined || this.#trusted.get(client)) return () => Promise.resolve();
    try {
      await this.#limit.take(client);
    } catch (error) {
      if (error instanceof ProxyError)
        this.#log(`callback refused: too many attempts from ${client}`, request);
      throw error;
    }
    return async () => {
      this.#trusted.set(client, true, 1);
      await this.#limit.giveBack(client);
    };
  }
}
