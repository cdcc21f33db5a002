/** Milliseconds without a key after which typing begins anew. */
const PAUSE = 500;

/** Finds what a reader types the beginning of. */
export class TypeAhead {
  #typed = '';
  #time = -Infinity;

  /** Whether a space would be part of what is being typed. */
  isTyping(time: number): boolean {
    return time - this.#time < PAUSE;
  }

  /**
   * The place whose title begins with what has been typed, from the place where the reader is. The same
   * letter again goes to the next one.
   */
  type(
    key: string,
    time: number,
    from: number,
    {length, titleAt}: {readonly length: number; titleAt: (place: number) => string | undefined},
  ): number | undefined {
    this.#typed = (this.isTyping(time) ? this.#typed : '') + key.toLocaleLowerCase();
    this.#time = time;
    const isOneLetter = [...this.#typed].every((letter) => letter === this.#typed[0]);
    const start = isOneLetter ? this.#typed[0]! : this.#typed;
    const first = isOneLetter ? from + 1 : from;
    for (let step = 0; step < length; step++) {
      const place = (first + step) % length;
      if (titleAt(place)?.toLocaleLowerCase().startsWith(start)) return place;
    }
    return undefined;
  }
}
