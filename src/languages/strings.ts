import type {Clarity} from '../model/clarity.js';
import type {FailureReason} from '../model/failure-reason.js';
import type {FilterChoice, FilterName} from '../model/video-filters.js';
import type {VideoState} from '../model/video.js';

/**
 * A sentence with places for values: `{count} of {max}`. With a `{count}` it may have a form for each
 * plural category that its language has (CLDR): `{one: '{count} video', other: '{count} videos'}`.
 */
export type Phrase =
  string | ({readonly other: string} & {readonly [Category in Intl.LDMLPluralRule]?: string});

/** Every word the elements show or speak, in one language. Plain data. */
export interface Strings {
  /** The BCP 47 tag of the language: numbers are written and plurals chosen by it. */
  readonly language: string;
  /** Between the parts of an enumeration that is spoken. */
  readonly separator: string;
  /** What a list to select from is called where the page has not named it. */
  readonly videos: string;
  /** Title of a video that has none. */
  readonly untitled: string;
  /** Spoken while the first videos are on their way. */
  readonly loading: string;
  /** Spoken when videos have arrived. `{count}` */
  readonly loaded: Phrase;
  /** Spoken in place of it when the reader has narrowed the list down. `{count}` */
  readonly found: Phrase;
  /** On the button that shows them, and spoken. `{count}` */
  readonly news: Phrase;
  /** On the button that loads the next page below the last one. */
  readonly more: string;
  /** On the buttons that turn pages, and between them: `{number}`. */
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly empty: string;
  /** Shown in place of `empty` when filters are set. */
  readonly notFound: string;
  /** On the button that takes all filters away. */
  readonly reset: string;
  /** Names of the filters: labels of controls and chips. */
  readonly filters: Readonly<Record<FilterName, string>>;
  /** The choice not to filter. `{filter}` */
  readonly any: string;
  /** Names of what filters can be set to. */
  readonly choices: Readonly<Record<FilterChoice, string>>;
  /** On the chip of a filter. `{filter}`, `{choice}` */
  readonly chip: string;
  /** Spoken for it. `{filter}` is all that is on it. */
  readonly remove: string;
  /** Shown when the list has neither `src` nor `videos`: a note for the author of the page. */
  readonly unconfigured: string;
  /** Shown when the videos could not be loaded. `{code}` */
  readonly failed: string;
  /** Shown in place of it where the reason is known. */
  readonly failures: Readonly<Record<FailureReason, string>>;
  readonly retry: string;
  readonly states: Readonly<Record<VideoState, string>>;
  /** Chips that name a quality without a pixel size. */
  readonly clarities: Readonly<Record<Clarity, string>>;
  /** Spoken for a quality chip. `{label}` */
  readonly quality: string;
  /** Spoken after it: the exact picture size. `{width}`, `{height}` */
  readonly pixels: string;
  /** Shown and spoken for a video that cannot be picked, with the reason. `{state}` */
  readonly blocked: string;
  /** Beside the buttons of a multiple selection, without a limit and with one. `{count}`, `{max}` */
  readonly selected: Phrase;
  readonly selectedOf: Phrase;
  /** On the button that selects all videos that are loaded. `{count}` */
  readonly selectAll: Phrase;
  readonly clearSelection: string;
  /** Why no more can be selected. `{count}` is the limit. */
  readonly full: Phrase;
  /** What a form says when something must be selected. */
  readonly required: string;
  /** On the buttons that move a row along. */
  readonly backward: string;
  readonly forward: string;
}

/** Words that come in groups. */
type Group = 'states' | 'clarities' | 'filters' | 'choices' | 'failures';

/** Any of the words. A group (`states`, `clarities`, `filters`, `choices`, `failures`) may be given in part. */
export type StringOverrides = Partial<Omit<Strings, Group>> & {
  readonly [Name in Group]?: Partial<Strings[Name]>;
};

/** `strings` with the given words in place of its own. */
export function mergeStrings<Words extends StringOverrides>(
  strings: Words,
  overrides?: StringOverrides,
): Words {
  if (!overrides) return strings;
  const words = Object.entries<unknown>({...strings, ...overrides}).map(([name, word]) => {
    const own: unknown = strings[name as Group];
    const isGroup = typeof word === 'object' && typeof own === 'object' && !('other' in own!);
    return [name, isGroup ? {...own, ...word} : word];
  });
  return Object.fromEntries(words) as Words;
}
