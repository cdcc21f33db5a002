import type {KeyedScope} from './event-batch.js';

/** Milliseconds between two events named `list` for one scope. */
const INTERVAL_MS = 5_000;

/** Scopes that are remembered: each signed link may have its own. */
const MAX_SCOPES = 10_000;

/**
 * Which scopes are to be told that something changed that they do not show, such as a video that was
 * blocked: each of them seldom, because every listener then asks for its list.
 */
export class DueListEvents {
  readonly #nextMs = new Map<string, number>();
  readonly #waiting = new Set<string>();

  /** Notes that a scope has to be told, sooner or later. */
  note({key}: KeyedScope): void {
    this.#waiting.add(key);
  }

  /** The keys of the scopes that are to be told now; they count as told. */
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
