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
   * The place whose title begins with what has been typed, from the index of the user. The same
   * letter again goes to the next one.
   */
  type(
    key: string,
    time: number,
    from: number,
    {length, titleAt}: {readonly length: number; titleAt: (place: number) => string | undefined},
  ): number | undefined {
    this.#typed = (this.isTyping(time) ? this.#typed : '') + key.normalize().toLocaleLowerCase();
    this.#time = time;
    const [firstLetter = '', ...others] = this.#typed;
    const isOneLetter = others.every((letter) => letter === firstLetter);
    const start = isOneLetter ? firstLetter : this.#typed;
    const first = isOneLetter ? from + 1 : from;
    for (let step = 0; step < length; step++) {
      const place = (first + step) % length;
      if (startsWith(titleAt(place) ?? '', start)) return place;
    }
    return undefined;
  }
}

/** Whether a title begins with these letters, whatever their accents and case. */
function startsWith(title: string, start: string): boolean {
  collator ??= new Intl.Collator(undefined, {sensitivity: 'base', usage: 'search'});
  return collator.compare(title.trimStart().normalize().slice(0, start.length), start) === 0;
}
