import {warnOnce} from '../internal/warn-once.js';
import {strings as english} from './en.js';
import {mergeStrings, type StringOverrides, type Strings} from './strings.js';

/** The languages of the gallery. Each is loaded when it is first needed. */
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

/** Texts by language: those of the gallery, those that features have added, and those of the host page. */
const loaded = new Map<string, Strings>([['en', english]]);
const added = new Map<string, StringOverrides>();
const registered = new Map<string, StringOverrides>();
const requested = new Set<string>();
/** Cached texts by tag, because every card needs them. */
const cache = new Map<string, Strings>();
const listeners = new Set<() => void>();

/**
 * Adds a language for all galleries of the page, or changes the texts of one. Missing texts stay unchanged; in a new language,
 * they are English. `language` is a BCP 47 tag. `de` also applies to `de-AT`, for which some texts can be replaced. If all texts
 * are given, the built-in language is not loaded.
 *
 * @throws {RangeError} if `language` is not a language tag.
 */
export function registerLanguage(strings: StringOverrides & {readonly language: string}): void {
  const tag = new Intl.Locale(strings.language).toString();
  registered.set(tag, mergeStrings<StringOverrides>(registered.get(tag) ?? {}, strings));
  notify(tag);
}

/** Adds the texts of a feature, by the tag of their language. */
export function addTexts(texts: Readonly<Record<string, StringOverrides>>): void {
  for (const [tag, strings] of Object.entries(texts)) {
    added.set(tag, {...added.get(tag), ...strings});
    notify(tag);
  }
}

/** Calls `listener` whenever a language has been registered or has loaded. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The texts for a language tag: the same object until they change. English until the language has loaded. */
export function stringsFor(tag: string): Strings {
  const strings = cache.get(tag) ?? findStrings(tag);
  cache.set(tag, strings);
  return strings;
}

function findStrings(tag: string): Strings {
  const chain = chainOf(tag);
  const ours = chain.find((step) => Object.hasOwn(loaders, step));
  if (ours && !chain.some((step) => isWhole(registered.get(step)))) void load(ours);
  const layers = [loaded, added, registered].flatMap((words) =>
    chain.map((step) => words.get(step)),
  );
  const words = layers.reduce<Strings>(mergeStrings, english);
  // Numbers are formatted for the full tag (`de-AT`), but for English while the texts are English.
  const isKnown = chain.slice(1).some((step) => loaded.has(step) || registered.has(step));
  return isKnown ? {...words, language: tag} : words;
}

/** Tags whose texts apply to a tag, in ascending priority: for `zh-TW` these are `en`, `zh`, `zh-Hant`, `zh-TW`. */
function chainOf(tag: string) {
  const [language] = tag.split('-') as [string];
  const isOfOneKind = ![...Object.keys(loaders), ...registered.keys()].some((other) =>
    other.startsWith(`${language}-`),
  );
  // The first `maximize()` takes 10 ms, so it is used only for languages with several scripts or regions.
  if (isOfOneKind) return ['en', language, tag];
  const {script, region} = new Intl.Locale(tag).maximize();
  return ['en', language, `${language}-${script}`, `${language}-${region}`, tag];
}

function isWhole(strings: StringOverrides = {}) {
  return Object.keys(english).every((name) => name in strings);
}

/** Loads a language once. If that fails, its texts stay English. */
async function load(tag: string) {
  if (requested.has(tag)) return;
  requested.add(tag);
  try {
    const {strings} = await loaders[tag]!();
    loaded.set(tag, strings);
    notify(tag);
  } catch (cause) {
    warnOnce(`The texts for "${tag}" could not be loaded: ${String(cause)}`);
  }
}

function notify(tag: string) {
  for (const key of cache.keys()) if (chainOf(key).includes(tag)) cache.delete(key);
  for (const listener of listeners) listener();
}
