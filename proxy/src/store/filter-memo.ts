import type {ListFilter} from './list-filter.js';

/** Caches expensive results for the filters that were used last. */
export class FilterMemo<T> {
  readonly #values = new Map<string, T>();
  readonly #maxFilters: number;

  constructor(maxFilters: number) {
    this.#maxFilters = maxFilters;
  }

  /** The last result, of any age. */
  get(filter: ListFilter): T | undefined {
    const value = this.#values.get(filter.key);
    return value === undefined ? undefined : this.set(filter, value);
  }

  /** Caches a result, and evicts the least recently used filter. */
  set({key}: ListFilter, value: T): T {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#maxFilters && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}
