import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import type {Log} from '../error-answers.js';
import type {HeaderRecord} from '../join-headers.js';
import {sharedLimitNotice} from './internal-client.js';
import {SharedCounter, type AddPoints} from './shared-counter.js';
import {ProxyError} from '../proxy-error.js';

/** A number of points in a number of seconds, for each client. */
export interface RateLimitOptions {
  /** Name in the headers of the response: lower-case letters and "-". */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /** Message for a client without points. */
  readonly message: string;
  /** The counter. Default: in the memory of this process. */
  readonly counter?: PointCounter | undefined;
  /** Shares points with other processes. Default: not shared. */
  readonly addPoints?: AddPoints | undefined;
  /** Receives a line if all users may share the points of one client. Default: none. */
  readonly log?: Log | undefined;
}

/** The result of a counter. When the points are used up, its promise rejects with this. */
export interface CountedPoints {
  readonly remainingPoints: number;
  /** Milliseconds until all points are available again. */
  readonly msBeforeNext: number;
  readonly isFirstInDuration: boolean;
}

/** Counts points: any limiter of the package `rate-limiter-flexible`. */
export interface PointCounter {
  consume(key: string, points?: number): Promise<CountedPoints>;
  reward(key: string, points?: number): Promise<CountedPoints>;
}

/**
 * Maximum number of clients with a counter of their own. The limiter has a timer for each, so many addresses could fill the
 * memory. Further clients share a few counters.
 */
const MAX_CLIENTS = 100_000;

/** Counters for clients above the number. */
const SHARED_COUNTERS = 256;

/** Limits what each client may do in a window of time. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #counter: PointCounter;
  readonly #onRefusal: (client: string) => void;
  #newClients = 0;
  #windowEndsMs = 0;

  constructor(options: RateLimitOptions) {
    const {points, seconds, name: keyPrefix, addPoints: add, log = () => {}} = options;
    this.#options = options;
    this.#onRefusal = sharedLimitNotice(keyPrefix, log);
    const counter =
      options.counter ?? new RateLimiterMemory({points, duration: seconds, keyPrefix});
    this.#counter = add ? new SharedCounter({counter, points, seconds, add}) : counter;
  }

  /**
   * Takes points.
   *
   * @returns `RateLimit` headers.
   * @throws {ProxyError} 429 if there are too few.
   */
  async take(client: string, points = 1): Promise<HeaderRecord> {
    try {
      const counted = await this.#counter.consume(this.#keyOf(client), points);
      if (counted.isFirstInDuration) this.#newClients += 1;
      return this.#headers(counted);
    } catch (error) {
      // If the counter fails, requests are answered without a limit.
      if (!isCountedPoints(error)) return {};
      this.#onRefusal(client);
      throw this.#refusal(error);
    }
  }

  /** Gives points back. */
  async giveBack(client: string, points = 1): Promise<void> {
    await this.#counter.reward(this.#keyOf(client), points).catch(() => {});
  }

  #keyOf(client: string): string {
    const now = performance.now();
    if (now > this.#windowEndsMs) {
      this.#windowEndsMs = now + this.#options.seconds * 1000;
      this.#newClients = 0;
    }
    return this.#newClients < MAX_CLIENTS ? client : `shared ${hash(client) % SHARED_COUNTERS}`;
  }

  #headers({remainingPoints, msBeforeNext}: CountedPoints): HeaderRecord {
    const {name, points, seconds} = this.#options;
    return {
      'ratelimit-policy': `"${name}";q=${points};w=${seconds}`,
      ratelimit: `"${name}";r=${remainingPoints};t=${toSeconds(msBeforeNext)}`,
    };
  }

  #refusal(counted: CountedPoints): ProxyError {
    const retryAfter = String(Math.max(1, toSeconds(counted.msBeforeNext)));
    const headers = {...this.#headers(counted), 'retry-after': retryAfter};
    return new ProxyError(429, this.#options.message, {headers});
  }
}

function toSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

function isCountedPoints(value: unknown): value is CountedPoints {
  return typeof value === 'object' && value !== null && 'msBeforeNext' in value;
}

/** FNV-1a hash. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}
