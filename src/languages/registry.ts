import {warnOnce} from '../internal/warn-once.js';
import {english} from './en.js';
import {mergeStrings, type StringOverrides, type Strings} from './strings.js';

/** The languages that come with the gallery, each fetched when it is first wanted. */
const loaders: Readonly<Record<string, () => Promise<{readonly strings: Strings}>>> = {};

const known = new Map<string, Strings>([['en', english]]);
const asked = new Set<string>();
const listeners = new Set<() => void>();

/**
 * Makes a language known to all galleries of the page, or changes one: whatever is left out is said as it
 * was before, in a new language in English. `language` is its BCP 47 tag; `de` counts for `de-AT`,
 * too, unless that is registered as well.
 */
export function registerLanguage(strings: StringOverrides & {readonly language: string}): void {
  const tag = strings.language;
  known.set(tag, mergeStrings(known.get(tag) ?? english, strings));
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever a language has been registered or has arrived. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The words for a language tag: for now in English, if they have to be fetched first. */
export function stringsFor(tag: string): Strings {
  for (const candidate of candidates(tag)) {
    const strings = known.get(candidate);
    if (strings) return strings;
    if (candidate in loaders) {
      void load(candidate);
      break;
    }
  }
  return english;
}

/** "zh-TW" is written in the traditional script: `zh-TW`, `zh-Hant`, `zh`. */
function candidates(tag: string) {
  const {language, script} = new Intl.Locale(tag).maximize();
  return [tag, `${language}-${script}`, language];
}

/** Once: what cannot be loaded now stays English. */
async function load(tag: string) {
  if (asked.has(tag)) return;
  asked.add(tag);
  try {
    const {strings} = await loaders[tag]!();
    if (!known.has(tag)) registerLanguage(strings);
  } catch (cause) {
    warnOnce(`The words for "${tag}" could not be loaded: ${String(cause)}`);
  }
}
