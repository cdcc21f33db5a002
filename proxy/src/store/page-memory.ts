import {BoundedMap} from '../util/bounded-map.js';
import type {StoredPage} from './list-reader.js';

/** Maximum number of cached pages, and of videos on all of them: about 30 MB with their serialized responses. */
const MAX_PAGES = 1_000;
const MAX_RECORDS = 10_000;

/** Caches pages of one state of the store. A page stays the same object, so that results made from it can be cached too. */
export class PageMemory {
  readonly #pages = new BoundedMap<StoredPage>(MAX_PAGES, MAX_RECORDS);
  #sequence = -1;

  /** Whether a page is cached that may still be valid. */
  has(query: string): boolean {
    return this.#pages.has(query);
  }

  /** The page, if it belongs to this state of the store. Pages of other states are removed. */
  asOf(sequence: number, query: string): StoredPage | undefined {
    this.#moveTo(sequence);
    return this.#pages.get(query);
  }

  keep(query: string, page: StoredPage): void {
    this.#moveTo(page.sequence);
    this.#pages.set(query, page, 1 + page.records.length);
  }

  /** Also for smaller numbers: after a fail-over, a number may be used again for another change. */
  #moveTo(sequence: number): void {
    if (sequence === this.#sequence) return;
    this.#sequence = sequence;
    this.#pages.clear();
  }
}
