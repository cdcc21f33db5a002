/** Milliseconds without a key after which a new search starts. */
const PAUSE = 500;

/** Compares base letters, so that "e" matches "Énorme". Created at the first key, because creating it is slow. */
let collator: Intl.Collator | undefined;

/** Finds titles by their first letters as the user types. */
export class TypeAhead {
  #typed = '';
  #time = -Infinity;

  /** Whether a space belongs to the typed text. */
  isTyping(time: number): boolean {
    return time - this.#time < PAUSE;
  }

  /**
   * Index of the next title that starts with the typed text, from the current index on. Typing the same letter again goes
   * to the following title.
   */
  type(
    key: string,
    time: number,
    from: number,
    {length, titleAt}: {readonly length: number; titleAt: (index: number) => string | undefined},
  ): number | undefined {
    this.#typed = (this.isTyping(time) ? this.#typed : '') + key.normalize().toLocaleLowerCase();
    this.#time = time;
    const [firstLetter = '', ...others] = this.#typed;
    const isOneLetter = others.every((letter) => letter === firstLetter);
    const start = isOneLetter ? firstLetter : this.#typed;
    const first = isOneLetter ? from + 1 : from;
    for (let step = 0; step < length; step++) {
      const index = (first + step) % length;
      if (startsWith(titleAt(index) ?? '', start)) return index;
    }
    return undefined;
  }
}

/** Whether a title starts with these letters, ignoring accents and case. */
function startsWith(title: string, start: string): boolean {
  collator ??= new Intl.Collator(undefined, {sensitivity: 'base', usage: 'search'});
  return collator.compare(title.trimStart().normalize().slice(0, start.length), start) === 0;
}
