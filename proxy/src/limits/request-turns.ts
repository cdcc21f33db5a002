import type {MiddlewareHandler} from 'hono';

/** Maximum number of requests that are started in one turn of the event loop. Each takes a fraction of a millisecond. */
const PER_TURN = 8;

/**
 * Spreads many requests over turns of the event loop.
 *
 * Node handles all readable connections in one turn. With 1,000 users who request without a pause, a turn took as long as
 * all of their responses. A callback needs a turn for each statement of its transaction, so it took seconds. With few
 * requests in each turn, turns are short, and everything else (callbacks, results of the store and of the vendor, timers)
 * runs every few milliseconds. Users do not wait longer: they wait here instead of in their connections.
 */
class RequestTurns {
  readonly #waiting: (() => void)[] = [];
  #begun = 0;
  #isScheduled = false;

  /** @returns A promise to wait for before the request starts; undefined if it may start at once. */
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

/** Middleware that delays requests until their turn. */
export function waitForTurn(turns = new RequestTurns()): MiddlewareHandler {
  return (_context, next) => {
    const turn = turns.take();
    return turn ? turn.then(next) : next();
  };
}
