import type {Log} from '../error-answers.js';
import {ProxyError} from '../proxy-error.js';
import {sharedLimitNotice} from './internal-client.js';

/** Seconds after which to try again when there are too many streams. */
const RETRY_AFTER_SECONDS = '30';

/** Limits the number of open streams, in total and for each client. */
export class StreamLimit {
  readonly #most: number;
  readonly #mostPerClient: number;
  readonly #onRefusal: (client: string) => void;
  readonly #byClient = new Map<string, number>();
  #open = 0;

  constructor(most: number, mostPerClient: number, log: Log) {
    this.#most = most;
    this.#mostPerClient = mostPerClient;
    this.#onRefusal = sharedLimitNotice('streams', log);
  }

  /**
   * Counts one more stream.
   *
   * @param client - If it is undefined, only the total is limited.
   * @returns A function to call when the stream has ended. Further calls do nothing.
   * @throws {ProxyError} 503 when there are too many streams, 429 when the client has too many.
   */
  add(client: string | undefined): () => void {
    if (this.#open >= this.#most) throw refusal(503, 'There are too many streams already.');
    const own = client === undefined ? 0 : (this.#byClient.get(client) ?? 0);
    if (client !== undefined && own >= this.#mostPerClient) {
      this.#onRefusal(client);
      throw refusal(429, 'There are too many streams for this address already.');
    }
    this.#open += 1;
    if (client !== undefined) this.#byClient.set(client, own + 1);
    let isOpen = true;
    return () => {
      if (isOpen) this.#remove(client);
      isOpen = false;
    };
  }

  #remove(client: string | undefined): void {
    this.#open -= 1;
    if (client === undefined) return;
    const left = (this.#byClient.get(client) ?? 0) - 1;
    if (left > 0) this.#byClient.set(client, left);
    else this.#byClient.delete(client);
  }
}

function refusal(status: number, message: string): ProxyError {
  return new ProxyError(status, message, {headers: {'retry-after': RETRY_AFTER_SECONDS}});
}
