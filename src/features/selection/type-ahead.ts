/** Milliseconds without a key after which typing begins anew. */
const PAUSE = 500;

/** Compares base letters: "e" is the beginning of "Énorme". Made when somebody types: it takes a browser milliseconds. */
let collator: Intl.Collator | undefined;

/** Finds the title that starts with the letters that the user types. */
export class TypeAhead {
  #typed = '';
  #time = -Infinity;

  /** Whether a space would be part of what is being typed. */
  isTyping(time: number): boolean {
    return time - this.#time < PAUSE;
  }

  /**
   * Index of the next title that begins with what has been typed, from the current index on. The same letter again goes to
   * the one after it.
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

/** Whether a title begins with these letters, whatever their accents and case. */
function startsWith(title: string, start: string): boolean {
  collator ??= new Intl.Collator(undefined, {sensitivity: 'base', usage: 'search'});
  return collator.compare(title.trimStart().normalize().slice(0, start.length), start) === 0;
}
