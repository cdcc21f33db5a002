/** A map that forgets what was not used for longest, rather than grow past its bounds. */
export class BoundedMap<V> {
  readonly #maxEntries: number;
  readonly #maxSize: number;
  /** In the order of their last use. */
  readonly #entries = new Map<string, {readonly value: V; readonly size: number}>();
  #size = 0;
  /** What was used last: it need not be moved. */
  #lastUsed: string | undefined;

  /** @param maxSize - Of all entries together, in the unit that `set` is told. */
  constructor(maxEntries: number, maxSize: number) {
    this.#maxEntries = maxEntries;
    this.#maxSize = maxSize;
  }

  /** Whether there is a value. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The value, which counts as used now. */
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

  /** Keeps a value; one that is larger than the map may be is not kept. */
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
