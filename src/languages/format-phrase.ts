import {ownValue} from '../internal/own-value.js';
import type {Phrase, Strings} from './strings.js';

/** What a phrase has places for. Numbers are written as the language writes them. */
export type PhraseValues = Readonly<Record<string, string | number>>;

/** A phrase with its values filled in; `count` chooses the plural. */
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
