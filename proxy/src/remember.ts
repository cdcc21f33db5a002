import {BoundedMap} from './util/bounded-map.js';

/** Bounds for the cache, because clients can send any number of different texts. */
const MAX_ENTRIES = 1_000;
const MAX_CHARACTERS = 250_000;

/** Caches the results of a pure function of a text. Errors are not cached. */
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
