import type {MiddlewareHandler} from 'hono';

/** Requests that are begun in one turn of the event loop, at most. Each takes a fraction of a millisecond. */
const PER_TURN = 8;

/**
 * Spreads many requests over turns of the event loop.
 *
 * Node reads every connection that has something to say before anything else happens. With a thousand users who never
 * pause, one turn took as long as the answers to all of them, and a callback, which needs a turn for each statement of its
 * transaction, took seconds. With few requests in each turn, turns are short, and whatever does not wait here (callbacks,
 * answers of the store and of the vendor, timers) has its turn every few milliseconds. Users wait no longer: they wait here
 * instead of in their connections.
 */
class RequestTurns {
  readonly #waiting: (() => void)[] = [];
  #begun = 0;
  #isScheduled = false;

  /** @returns what to wait for before a request is begun; undefined when it may begin at once. */
  take(): Promise<void> | undefined {
    this.#schedule();
    if (this.#begun >= PER_TURN) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#begun += 1;
    return undefined;
  }

  #schedule(): void {
    if (!this.#isScheduled) setImmediate(() => this.#beginTurn());
    this.#isScheduled = true;
  }

  #beginTurn(): void {
    this.#isScheduled = false;
    const next = this.#waiting.splice(0, PER_TURN);
    this.#begun = next.length;
    if (next.length > 0) this.#schedule();
    for (const begin of next) begin();
  }
}

/** Has requests wait for their turn. */
export function waitForTurn(turns = new RequestTurns()): MiddlewareHandler {
  return (_context, next) => {
    const turn = turns.take();
    return turn ? turn.then(next) : next();
  };
}
