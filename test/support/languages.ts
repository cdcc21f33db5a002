import {strings as ar} from '../../src/languages/ar.js';
import {strings as de} from '../../src/languages/de.js';
import {strings as en} from '../../src/languages/en.js';
import {strings as es} from '../../src/languages/es.js';
import {strings as fr} from '../../src/languages/fr.js';
import {strings as ja} from '../../src/languages/ja.js';
import {strings as ko} from '../../src/languages/ko.js';
import {strings as pt} from '../../src/languages/pt.js';
import {strings as zhHans} from '../../src/languages/zh-hans.js';
import {strings as zhHant} from '../../src/languages/zh-hant.js';
import type {Strings} from '../../src/languages/strings.js';

export {en as english};

/** All languages of the gallery, English first. */
export const languages: readonly Strings[] = [en, zhHans, zhHant, ko, ja, de, fr, es, pt, ar];
/** All but English. */
export const translations = languages.slice(1);

/** The forms of each phrase by path. A plain text is the form `other`: `{'filters.state': {other: 'State'}}`. */
export function phrasesOf(strings: object, path = ''): Record<string, Record<string, string>> {
  return Object.assign(
    {},
    ...Object.entries(strings).map(([name, word]: [string, string | Record<string, string>]) => {
      if (typeof word === 'string') return {[path + name]: {other: word}};
      return 'other' in word ? {[path + name]: word} : phrasesOf(word, `${path}${name}.`);
    }),
  ) as Record<string, Record<string, string>>;
}
