import type {ListFilter} from './list-filter.js';

/** Remembers what takes long to find out about a filter, for the filters that were used last. */
export class FilterMemo<T> {
  readonly #values = new Map<string, T>();
  readonly #maxFilters: number;

  constructor(maxFilters: number) {
    this.#maxFilters = maxFilters;
  }

  /** What was remembered last, however long ago. */
  get(filter: ListFilter): T | undefined {
    const value = this.#values.get(filter.key);
    return value === undefined ? undefined : this.set(filter, value);
  }

  /** Remembers it, and forgets the filter that was not used for the longest time. */
  set({key}: ListFilter, value: T): T {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#maxFilters && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}
