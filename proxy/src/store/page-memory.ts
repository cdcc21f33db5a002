import {BoundedMap} from '../vendor/bounded-map.js';
import type {StoredPage} from './list-reader.js';

/** Pages that are remembered, at most, and videos on all of them together: about 30 MB with what is made of them. */
const MAX_PAGES = 1_000;
const MAX_RECORDS = 10_000;

/** Remembers pages as of one change. A page stays the same object, so what is made of it can be remembered too. */
export class PageMemory {
  readonly #pages = new BoundedMap<StoredPage>(MAX_PAGES, MAX_RECORDS);
  #sequence = -1;

  /** Whether there is a page that may still be right. */
  has(query: string): boolean {
    return this.#pages.has(query);
  }

  /** The page, if it is as of that change. All pages as of another change are forgotten. */
  asOf(sequence: number, query: string): StoredPage | undefined {
    this.#moveTo(sequence);
    return this.#pages.get(query);
  }

  keep(query: string, page: StoredPage): void {
    this.#moveTo(page.sequence);
    this.#pages.set(query, page, 1 + page.records.length);
  }

  /** Also backwards: after a fail-over, the same number may be given to another change. */
  #moveTo(sequence: number): void {
    if (sequence === this.#sequence) return;
    this.#sequence = sequence;
    this.#pages.clear();
  }
}
