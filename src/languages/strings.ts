import type {Clarity} from '../model/clarity.js';
import type {FailureReason} from '../model/failure-reason.js';
import type {PlayFailureReason} from '../model/play-failure-reason.js';
import type {FilterChoice, FilterName, SortChoice} from '../model/video-filters.js';
import type {VideoState} from '../model/video.js';

/**
 * A text with placeholders: `{count} of {max}`. A text with `{count}` can have a form for each plural category of the language
 * (CLDR): `{one: '{count} video', other: '{count} videos'}`.
 */
export type Phrase =
  string | ({readonly other: string} & {readonly [Category in Intl.LDMLPluralRule]?: string});

/** All texts that the elements show, or provide to screen readers, in one language. Plain data. */
export interface Strings {
  /** BCP 47 tag of the language, used for numbers and plurals. */
  readonly language: string;
  /** Separates the items of a list in texts for screen readers. */
  readonly separator: string;
  /** Accessible name of a listbox that the page has not named. */
  readonly videos: string;
  /** Title of a video without a title. */
  readonly untitled: string;
  /** Announced while the first videos are being loaded. */
  readonly loading: string;
  /** Announced when videos have loaded. `{count}` */
  readonly loaded: Phrase;
  /** Announced instead of `loaded` when the user has set filters. `{count}` */
  readonly found: Phrase;
  /** On the button that shows new videos, and announced. `{count}` */
  readonly news: Phrase;
  /** On the button that loads the next result page. */
  readonly more: string;
  /** On the button for the previous page. */
  readonly previous: string;
  /** On the button for the next page. */
  readonly next: string;
  /** Shown between these buttons. `{number}` */
  readonly page: string;
  /** Shown when there are no videos. */
  readonly empty: string;
  /** Shown instead of `empty` when filters are set. */
  readonly notFound: string;
  /** On the button that removes all filters. */
  readonly reset: string;
  /** Names of the filters: labels of controls and chips. */
  readonly filters: Readonly<Record<FilterName, string>>;
  /** The option that sets no filter. `{filter}` */
  readonly any: string;
  /** Names of the values of filters. */
  readonly choices: Readonly<
    Record<Exclude<FilterChoice, SortChoice>, string> & Partial<Record<SortChoice, string>>
  >;
  /** On the chip of a filter. `{filter}`, `{choice}` */
  readonly chip: string;
  /** Accessible name of the chip. `{filter}` is the text of the chip. */
  readonly remove: string;
  /** Shown to the author of the page when neither `src` nor `videos` is set. */
  readonly unconfigured: string;
  /** Shown when the videos could not be loaded. `{code}` */
  readonly failed: string;
  /** Shown instead of `failed` if the reason is known. */
  readonly failures: Readonly<Record<FailureReason, string>>;
  /** On the button that sends a failed request again. */
  readonly retry: string;
  /** States of a video. */
  readonly states: Readonly<Record<VideoState, string>>;
  /** Quality chips of videos without a size in pixels. */
  readonly clarities: Readonly<Record<Clarity, string>>;
  /** Accessible name of a quality chip. `{label}` */
  readonly quality: string;
  /** Added to `quality`: the exact size of the picture. `{width}`, `{height}` */
  readonly pixels: string;
  /** Shown and announced for a video that cannot be selected, with the reason. `{state}` */
  readonly blocked: string;
  /** Number of selected videos, without a maximum. `{count}` */
  readonly selected: Phrase;
  /** Number of selected videos, with a maximum. `{count}`, `{max}` */
  readonly selectedOf: Phrase;
  /** On the button that selects all loaded videos. `{count}` */
  readonly selectAll: Phrase;
  /** Shown and announced while the videos to select are being loaded. `{done}`, `{total}` */
  readonly loadingSelection: string;
  /** On the button that deselects all videos. */
  readonly clearSelection: string;
  /** Why no more videos can be selected. `{count}` is the maximum. */
  readonly full: Phrase;
  /** Validation message of a required list without a selection. */
  readonly required: string;
  /** Accessible names of the scroll buttons of a row. */
  readonly backward: string;
  readonly forward: string;
  /** On the category tab that removes the filter. Added by the module of the toolbar, like the next text. */
  readonly all?: string;
  /** Accessible name of the fields for a range of dates. */
  readonly created?: string;
  /** How much of a video the user has watched. `{percent}`. Added by the module for `show` and `progress`. */
  readonly watched?: string;
  /** Texts of the player. Added by its module. */
  readonly player?: PlayerStrings;
}

/** All texts that a player shows, or provides to screen readers, in one language. */
export interface PlayerStrings {
  /** Accessible name of the player. */
  readonly player: string;
  /** Accessible name of the button that closes the player of a list. */
  readonly close: string;
  /** Accessible names of the buttons for the next and the previous video. */
  readonly nextVideo: string;
  readonly previousVideo: string;
  /** Label of the select control for the quality. */
  readonly picture: string;
  /** The option with which the player selects the quality. */
  readonly automatic: string;
  /** Announced when another video is played. `{title}` */
  readonly playing: string;
  /** Shown at the end of a video. `{title}` */
  readonly upNext: string;
  /** Shown after `upNext`. `{count}`: seconds until the next video starts. */
  readonly countdown: Phrase;
  /** On the button that starts the next video before the countdown has ended. */
  readonly playNow: string;
  /** On the button that cancels the countdown. */
  readonly cancel: string;
  /** Shown in place of the picture while there is no video. */
  readonly empty: string;
  /** Why a video cannot be played. */
  readonly reasons: Readonly<Record<PlayFailureReason, string>>;
}

/** Texts that consist of several texts. */
type Group = 'states' | 'clarities' | 'filters' | 'choices' | 'failures' | 'player';

/** Some of the texts. Groups (`states`, `clarities`, `filters`, `choices`, `failures`, `player`) can be incomplete too. */
export type StringOverrides = Partial<Omit<Strings, Group>> & {
  readonly [Name in Group]?: Partial<NonNullable<Strings[Name]>>;
};

/** `strings` with some texts replaced. */
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
