import type {KeyedScope} from './event-batch.js';

/** Minimum interval in milliseconds between two events `list` for one scope. */
const INTERVAL_MS = 5_000;

/** Maximum number of remembered scopes, because each signed link may have its own. */
const MAX_SCOPES = 10_000;

/**
 * Collects the scopes that need an event `list` because a video outside of them has changed, for example one that was
 * blocked. Limited for each scope, because every listener then requests its list.
 */
export class DueListEvents {
  readonly #nextMs = new Map<string, number>();
  readonly #waiting = new Set<string>();

  /** Notes that a scope needs an event. */
  note({key}: KeyedScope): void {
    this.#waiting.add(key);
  }

  /** Returns the keys of the scopes that are due now, and marks them as done. */
  takeDue(nowMs: number): ReadonlySet<string> {
    const due = [...this.#waiting].filter((key) => (this.#nextMs.get(key) ?? 0) <= nowMs);
    if (this.#nextMs.size > MAX_SCOPES) this.#nextMs.clear();
    for (const key of due) {
      this.#waiting.delete(key);
      this.#nextMs.set(key, nowMs + INTERVAL_MS);
    }
    return new Set(due);
  }
}
