import {warnOnce} from '../internal/warn-once.js';
import {strings as english} from './en.js';
import {mergeStrings, type StringOverrides, type Strings} from './strings.js';

/** The languages that come with the gallery, each fetched when it is first wanted. */
const loaders: Readonly<Record<string, () => Promise<{readonly strings: Strings}>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  pt: () => import('./pt.js'),
  'zh-Hans': () => import('./zh-hans.js'),
  'zh-Hant': () => import('./zh-hant.js'),
};

/** What came with the gallery, what its features have added, and what the page would rather say. */
const loaded = new Map<string, Strings>([['en', english]]);
const added = new Map<string, StringOverrides>();
const registered = new Map<string, StringOverrides>();
const asked = new Set<string>();
/** The words for each tag that was asked for: every card asks. */
const answers = new Map<string, Strings>();
const listeners = new Set<() => void>();

/**
 * Makes a language known to all galleries of the page, or changes one: whatever is left out is said as it
 * was before, in a new language in English. `language` is its BCP 47 tag; `de` counts for `de-AT`,
 * too, which may have words of its own besides. A language that is given whole is not fetched.
 *
 * @throws RangeError if `language` is no language tag.
 */
export function registerLanguage(strings: StringOverrides & {readonly language: string}): void {
  const tag = new Intl.Locale(strings.language).toString();
  registered.set(tag, mergeStrings<StringOverrides>(registered.get(tag) ?? {}, strings));
  tellAbout(tag);
}

/** Adds the texts of a feature, by the tag of their language. */
export function addTexts(texts: Readonly<Record<string, StringOverrides>>): void {
  for (const [tag, strings] of Object.entries(texts)) {
    added.set(tag, {...added.get(tag), ...strings});
    tellAbout(tag);
  }
}

/** Calls `listener` whenever a language has been registered or has arrived. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The words for a language tag, the same object until they change: in English while they are fetched. */
export function stringsFor(tag: string): Strings {
  const answer = answers.get(tag) ?? findStrings(tag);
  answers.set(tag, answer);
  return answer;
}

function findStrings(tag: string): Strings {
  const chain = chainOf(tag);
  const ours = chain.find((step) => Object.hasOwn(loaders, step));
  if (ours && !chain.some((step) => isWhole(registered.get(step)))) void load(ours);
  const layers = [loaded, added, registered].flatMap((words) =>
    chain.map((step) => words.get(step)),
  );
  const words = layers.reduce<Strings>(mergeStrings, english);
  // Numbers are written as in the user's own country, unless they stand in English sentences.
  const isKnown = chain.slice(1).some((step) => loaded.has(step) || registered.has(step));
  return isKnown ? {...words, language: tag} : words;
}

/** Whose words count for a tag, the last most: for `zh-TW` `en`, `zh`, `zh-Hant`, `zh-TW`. */
function chainOf(tag: string) {
  const [language] = tag.split('-') as [string];
  const isOfOneKind = ![...Object.keys(loaders), ...registered.keys()].some((other) =>
    other.startsWith(`${language}-`),
  );
  // To know the usual script of a language takes a browser 10 ms, the first time it is asked.
  if (isOfOneKind) return ['en', language, tag];
  const {script, region} = new Intl.Locale(tag).maximize();
  return ['en', language, `${language}-${script}`, `${language}-${region}`, tag];
}

function isWhole(strings: StringOverrides = {}) {
  return Object.keys(english).every((name) => name in strings);
}

/** Once: what cannot be loaded now stays English. */
async function load(tag: string) {
  if (asked.has(tag)) return;
  asked.add(tag);
  try {
    const {strings} = await loaders[tag]!();
    loaded.set(tag, strings);
    tellAbout(tag);
  } catch (cause) {
    warnOnce(`The words for "${tag}" could not be loaded: ${String(cause)}`);
  }
}

function tellAbout(tag: string) {
  for (const key of answers.keys()) if (chainOf(key).includes(tag)) answers.delete(key);
  for (const listener of listeners) listener();
}
