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
const asked = new Set<string>();
/** Cached texts by tag, because every card needs them. */
const answers = new Map<string, Strings>();
const listeners = new Set<() => void>();

/**
 * Adds a language for all galleries of the page, or changes one. Missing texts stay as they were; in a new language they
 * are English. `language` is a BCP 47 tag. `de` also applies to `de-AT`, which can have its own texts in addition. If all
 * texts are given, the language is not loaded.
 *
 * @throws {RangeError} if `language` is not a language tag.
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

/** Calls `listener` whenever a language has been registered or has loaded. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The texts for a language tag: the same object until they change. English until the language has loaded. */
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
  // `maximize()` takes 10 ms the first time, so it is used only for languages with several scripts or regions.
  if (isOfOneKind) return ['en', language, tag];
  const {script, region} = new Intl.Locale(tag).maximize();
  return ['en', language, `${language}-${script}`, `${language}-${region}`, tag];
}

function isWhole(strings: StringOverrides = {}) {
  return Object.keys(english).every((name) => name in strings);
}

/** Loads a language once. If that fails, its texts stay English. */
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
