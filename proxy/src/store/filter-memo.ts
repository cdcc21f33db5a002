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
    const value = this.#values.get(key(filter));
    return value === undefined ? undefined : this.set(filter, value);
  }

  /** Remembers it, and forgets the filter that was not used for the longest time. */
  set(filter: ListFilter, value: T): T {
    const name = key(filter);
    this.#values.delete(name);
    this.#values.set(name, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#maxFilters && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}

function key({from, where, args}: ListFilter): string {
  return JSON.stringify([from, where, args]);
}
