import type {Log} from '../error-answers.js';
import {ProxyError} from '../proxy-error.js';
import {BoundedMap} from '../util/bounded-map.js';
import type {RateLimit} from './rate-limit.js';

/** Maximum number of clients that are remembered as knowing the secret. */
const MAX_TRUSTED = 1_000;

/**
 * Limits attempts with wrong secrets. A client that has sent the right secret before it reached the limit is not limited. At
 * the limit, the right secret is refused too, because an attacker could recognize it otherwise.
 */
export class SecretGuesses {
  readonly #log: Log;
  readonly #trusted = new BoundedMap<true>(MAX_TRUSTED, Infinity);
  /** The latest running check of each client. */
  readonly #turns = new Map<string, Promise<boolean>>();
  readonly #limit: RateLimit;

  /** @param limit - Of wrong secrets. */
  constructor(limit: RateLimit, log: Log) {
    this.#limit = limit;
    this.#log = log;
  }

  /**
   * Whether the secret of an attempt is right. Attempts of a client that has not sent the right secret yet are checked one
   * after another. After the first right one, the client's other attempts are not counted.
   *
   * @throws {ProxyError} 429 after too many wrong ones, also for the right one.
   */
  async check(
    client: string | undefined,
    request: Request,
    isRight: () => Promise<boolean>,
  ): Promise<boolean> {
    if (client === undefined || this.#trusted.get(client)) return isRight();
    const before = this.#turns.get(client);
    const turn = (async () => {
      await before?.catch(() => {});
      return this.#attempt(client, request, isRight);
    })();
    this.#turns.set(client, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(client) === turn) this.#turns.delete(client);
    }
  }

  async #attempt(
    client: string,
    request: Request,
    isRight: () => Promise<boolean>,
  ): Promise<boolean> {
    if (this.#trusted.get(client)) return isRight();
    try {
      await this.#limit.take(client);
    } catch (error) {
      if (error instanceof ProxyError)
        this.#log(`callback refused: too many attempts from ${client}`, request);
      throw error;
    }
    if (!(await isRight())) return false;
    this.#trusted.set(client, true, 1);
    await this.#limit.giveBack(client);
    return true;
  }
}
