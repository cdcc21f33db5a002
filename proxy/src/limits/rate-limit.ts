import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import type {HeaderRecord} from '../join-headers.js';
import {SharedCounter, type AddPoints} from './shared-counter.js';
import {ProxyError} from '../proxy-error.js';

/** So many points in so many seconds, for each client. */
export interface RateLimitOptions {
  /** Name in the answer's headers: small letters and "-". */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /** What a client is told that has none left. */
  readonly message: string;
  /** Where points are counted. Default: in the memory of this process. */
  readonly counter?: PointCounter | undefined;
  /** Shares the points with other processes. Default: they are counted in this one alone. */
  readonly addPoints?: AddPoints | undefined;
}

/** What a counter answers, with a promise that is rejected with it when the points are used up. */
export interface CountedPoints {
  readonly remainingPoints: number;
  /** Milliseconds until all points are back. */
  readonly msBeforeNext: number;
  readonly isFirstInDuration: boolean;
}

/** Counts points: any limiter of the package `rate-limiter-flexible`. */
export interface PointCounter {
  consume(key: string, points?: number): Promise<CountedPoints>;
  reward(key: string, points?: number): Promise<CountedPoints>;
}

/**
 * Clients that are told apart. The limiter keeps a timer for each, so that callers with ever new
 * addresses could fill the memory; those above the number share a few counters.
 */
const MAX_CLIENTS = 100_000;

/** Counters for clients above the number. */
const SHARED_COUNTERS = 256;

/** How much each client may do in a window of time. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #counter: PointCounter;
  #newClients = 0;
  #windowEndsMs = 0;

  constructor(options: RateLimitOptions) {
    const {points, seconds, name: keyPrefix, addPoints: add} = options;
    this.#options = options;
    const counter =
      options.counter ?? new RateLimiterMemory({points, duration: seconds, keyPrefix});
    this.#counter = add ? new SharedCounter({counter, points, seconds, add}) : counter;
  }

  /**
   * Takes points.
   *
   * @returns headers that say what is left.
   * @throws {ProxyError} 429 when there are none.
   */
  async take(client: string, points = 1): Promise<HeaderRecord> {
    try {
      const counted = await this.#counter.consume(this.#keyOf(client), points);
      if (counted.isFirstInDuration) this.#newClients += 1;
      return this.#headers(counted);
    } catch (error) {
      // A counter that fails must not stop everything else.
      if (!isCountedPoints(error)) return {};
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

/** FNV-1a: the same text is always counted together. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}
