import {BoundedMap} from './vendor/bounded-map.js';

/** What is made of texts is small; these bounds keep it so when callers make up new ones. */
const MAX_ENTRIES = 1_000;
const MAX_CHARACTERS = 250_000;

/**
 * Remembers what a function makes of a text, which must always be the same. What it throws is not
 * remembered.
 */
export function remember<T extends object>(make: (text: string) => T): (text: string) => T {
  const made = new BoundedMap<T>(MAX_ENTRIES, MAX_CHARACTERS);
  return (text) => {
    const known = made.get(text);
    if (known) return known;
    const value = make(text);
    made.set(text, value, text.length);
    return value;
  };
}
