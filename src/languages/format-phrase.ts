import {ownValue} from '../internal/own-value.js';
import type {Phrase, Strings} from './strings.js';

/** Values of the placeholders of a phrase. Numbers are formatted for the language. */
export type PhraseValues = Readonly<Record<string, string | number>>;

/** Replaces the placeholders of a phrase. `count` selects the plural form. */
export function formatPhrase(
  {language}: Strings,
  phrase: Phrase,
  values: PhraseValues = {},
): string {
  const text =
    typeof phrase === 'string'
      ? phrase
      : (phrase[new Intl.PluralRules(language).select(Number(values.count))] ?? phrase.other);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = ownValue(values, name) ?? place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}
