import {ProxyError} from '../proxy-error.js';

/** Seconds after which to try again when there are too many streams. */
const RETRY_AFTER_SECONDS = '30';

/** How many streams may be open, in all and for each client. */
export class StreamPlaces {
  readonly #most: number;
  readonly #mostPerClient: number;
  readonly #byClient = new Map<string, number>();
  #taken = 0;

  constructor(most: number, mostPerClient: number) {
    this.#most = most;
    this.#mostPerClient = mostPerClient;
  }

  /**
   * Takes a place.
   *
   * @param client - Undefined when it is not known: then only the number of all streams counts.
   * @returns what gives the place back, once.
   * @throws {ProxyError} 503 when all places are taken, 429 when the client has its part of them.
   */
  take(client: string | undefined): () => void {
    if (this.#taken >= this.#most) throw refusal(503, 'There are too many streams already.');
    const own = client === undefined ? 0 : (this.#byClient.get(client) ?? 0);
    if (own >= this.#mostPerClient) {
      throw refusal(429, 'There are too many streams for this address already.');
    }
    this.#taken += 1;
    if (client !== undefined) this.#byClient.set(client, own + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.#giveBack(client);
      isTaken = false;
    };
  }

  #giveBack(client: string | undefined): void {
    this.#taken -= 1;
    if (client === undefined) return;
    const left = (this.#byClient.get(client) ?? 0) - 1;
    if (left > 0) this.#byClient.set(client, left);
    else this.#byClient.delete(client);
  }
}

function refusal(status: number, message: string): ProxyError {
  return new ProxyError(status, message, {headers: {'retry-after': RETRY_AFTER_SECONDS}});
}
