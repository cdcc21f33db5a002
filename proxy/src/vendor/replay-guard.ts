import type {Clock} from './clock.js';

/** What makes a call different from every other: to be signed and sent as it is. */
export interface UniqueCall {
  readonly body: string;
  readonly timestampSeconds: number;
}

/**
 * How far a timestamp may run ahead of the clock. The vendor allows 300 s off, and machines' clocks
 * are wrong too.
 */
const MAX_AHEAD_SECONDS = 60;

/** Two to the power of this many bodies that mean the same. */
const SALT_LENGTH = 24;

/** Paths and bodies whose last timestamp is remembered before those that have passed are dropped. */
const MAX_REMEMBERED = 1000;

/**
 * Sees to it that no two calls carry the same timestamp and signature, which the vendor refuses.
 *
 * Equal calls of one process get different timestamps. Calls of several processes, or of one before and
 * after a restart, get different bodies: after the opening brace comes blank space, in an order of
 * spaces and tabs that each process draws at random. It changes the signature and not the meaning.
 */
export class ReplayGuard {
  readonly #clock: Clock;
  readonly #lastSeconds = new Map<string, number>();
  /** Drawn at the first call: workers give no random numbers before there is a request. */
  #salt: string | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param body - A JSON object as text. */
  next(path: string, body: string): UniqueCall {
    const now = Math.floor(this.#clock.now() / 1000);
    const key = `${path} ${body}`;
    const last = this.#lastSeconds.get(key) ?? -Infinity;
    // A rush of equal calls, or a clock that was set back: another salt begins anew.
    if (last - now >= MAX_AHEAD_SECONDS) {
      this.#lastSeconds.clear();
      this.#salt = undefined;
      return this.next(path, body);
    }
    const timestampSeconds = Math.max(now, last + 1);
    if (this.#lastSeconds.size >= MAX_REMEMBERED) this.#dropPassed(now);
    this.#lastSeconds.set(key, timestampSeconds);
    this.#salt ??= drawSalt();
    return {timestampSeconds, body: `{${this.#salt}${body.slice(1)}`};
  }

  #dropPassed(now: number): void {
    for (const [key, seconds] of this.#lastSeconds) {
      if (seconds < now) this.#lastSeconds.delete(key);
    }
  }
}

function drawSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
  return Array.from(bytes, (byte) => (byte & 1 ? ' ' : '\t')).join('');
}
