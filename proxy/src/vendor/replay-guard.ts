import type {Clock} from '../util/clock.js';

/** Timestamp and body that make a call unique. They must be signed and sent unchanged. */
export interface UniqueCall {
  readonly body: string;
  readonly timestampSeconds: number;
}

/**
 * Maximum number of seconds that a timestamp may be ahead of the clock. The vendor allows a difference of 300 s, which must
 * also cover wrong clocks.
 */
const MAX_AHEAD_SECONDS = 60;

/** Bits of the salt. */
const SALT_LENGTH = 24;

/** Number of remembered calls above which past ones are removed. */
const MAX_REMEMBERED = 1000;

/**
 * Ensures that no two calls have the same timestamp and signature, which the vendor would refuse.
 *
 * Equal calls of one process get different timestamps. Calls of different processes, or before and after a restart, get
 * different bodies: each process inserts a random sequence of spaces and tabs after the opening brace. This changes the
 * signature and not the meaning.
 */
export class ReplayGuard {
  readonly #clock: Clock;
  readonly #lastSeconds = new Map<string, number>();
  /** Created at the first call, because workers have no random numbers outside of a request. */
  #salt: string | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param body - A JSON object as text. */
  next(path: string, body: string): UniqueCall {
    const now = Math.floor(this.#clock.now() / 1000);
    const key = `${path} ${body}`;
    const last = this.#lastSeconds.get(key) ?? -Infinity;
    // Many equal calls, or a clock that was set back. A new salt allows the present timestamp again.
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
