/** A map with a maximum size that evicts the least recently used entries. */
export class BoundedMap<V> {
  readonly #maxEntries: number;
  readonly #maxSize: number;
  /** Least recently used first. */
  readonly #entries = new Map<string, {readonly value: V; readonly size: number}>();
  #size = 0;
  /** The most recently used key, which need not be moved. */
  #lastUsed: string | undefined;

  /** @param maxSize - Maximum sum of the sizes that are passed to `set`. */
  constructor(maxEntries: number, maxSize: number) {
    this.#maxEntries = maxEntries;
    this.#maxSize = maxSize;
  }

  /** Whether there is a value. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Returns a value and marks it as used. */
  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (key !== this.#lastUsed) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      this.#lastUsed = key;
    }
    return entry.value;
  }

  /** Stores a value, unless it is larger than the whole map may be. */
  set(key: string, value: V, size: number): void {
    this.delete(key);
    this.#entries.set(key, {value, size});
    this.#lastUsed = key;
    this.#size += size;
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= this.#maxEntries && this.#size <= this.#maxSize) return;
      this.delete(oldest);
    }
  }

  /** Forgets a value, if there is one. */
  delete(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
