import {assert} from '@open-wc/testing/pure';
import type {Strings} from '../../src/languages/strings.js';
import {english, languages, phrasesOf, translations} from '../support/languages.js';

const originals = phrasesOf(english);

/** Texts that are equal in several languages: quality codes of the vendor, and international words. */
const INTERNATIONAL = /\b(Super HD|[FLSH]D|ID|src)\b/g;
const SAME_WORD: Record<string, readonly string[]> = {
  de: ['videos', 'loaded', 'filters.state', 'clarities.original'],
  es: ['clarities.original'],
  fr: ['page'],
  pt: ['filters.state', 'clarities.original'],
};

const pluralsOf = ({language}: Strings) =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();

const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

/** The plural form of a single number may contain it as a word: "both videos". */
function standsForOneNumber(language: string, category: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({length: 200}, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === category).length === 1;
}

describe('The gallery', () => {
  it('has ten languages', () => {
    assert.sameMembers(
      languages.map(({language}) => language),
      ['en', 'zh-Hans', 'zh-Hant', 'ko', 'ja', 'de', 'fr', 'es', 'pt', 'ar'],
    );
  });
});

for (const strings of languages) {
  const {language} = strings;
  const phrases = phrasesOf(strings);

  describe(`Of its sentences in "${language}"`, () => {
    it('none is missing, and none is unknown', () => {
      assert.sameMembers(Object.keys(phrases), Object.keys(originals));
    });

    it('none is empty, unless it is in English', () => {
      const empty = Object.keys(phrases).filter((path) =>
        Object.values(phrases[path]!).some((text) => !text.trim()),
      );
      assert.deepEqual(empty, ['clarities.unknown']);
    });

    it('each has the placeholders of the English one', () => {
      const wrong = Object.entries(phrases).flatMap(([path, forms]) => {
        const places = placesIn(originals[path]?.['other'] ?? '');
        return Object.entries(forms).filter(([category, text]) => {
          const mayOmit = category !== 'other' && standsForOneNumber(language, category);
          const expected = mayOmit && !text.includes('{count}') ? without(places) : places;
          return String(placesIn(text)) !== String(expected);
        });
      });
      assert.deepEqual(wrong, []);
    });

    it('each with a count has all plural forms of the language, and no others', () => {
      const plurals = pluralsOf(strings);
      const wrong = Object.entries(phrases).filter(([path, forms]) => {
        const categories = Object.keys(forms).sort();
        const counts = Object.keys(originals[path] ?? {}).length > 1;
        const isVaried = counts || categories.length > 1;
        return isVaried && String(categories) !== String(plurals);
      });
      assert.deepEqual(wrong, []);
    });
  });
}

for (const strings of translations) {
  const {language} = strings;
  const phrases = phrasesOf(strings);

  it(`None of its sentences in "${language}" is in English`, () => {
    const left = Object.entries(phrases).filter(
      ([path, {other = ''}]) =>
        hasWords(other) &&
        other.toLowerCase() === originals[path]?.['other']?.toLowerCase() &&
        !SAME_WORD[language]?.includes(path),
    );
    assert.deepEqual(left, []);
  });

  if (new Intl.Locale(language).maximize().script === 'Latn') continue;
  it(`No word of its sentences in "${language}" is in Latin script`, () => {
    const texts = Object.values(phrases).flatMap((forms) => Object.values(forms));
    assert.deepEqual(
      texts.filter((text) => /\p{Script=Latin}/u.test(ownWords(text))),
      [language],
    );
  });
}

function without(places: readonly string[]) {
  return places.filter((place) => place !== '{count}');
}

function hasWords(text: string) {
  return /\p{Letter}/u.test(ownWords(text));
}

function ownWords(text: string) {
  return text.replace(/\{\w+\}/g, '').replace(INTERNATIONAL, '');
}
