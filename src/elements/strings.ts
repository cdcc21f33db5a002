import type {Clarity} from '../model/clarity.js';
import type {VideoState} from '../model/video.js';
import type {FilterChoice, FilterName} from '../model/video-filters.js';
import type {VideoListErrorCode} from '../data/video-list-error.js';

/** Every word the elements show or speak. Replace any of them through an element's `strings`. */
export interface Strings {
  /** Title of a video that has none. */
  readonly untitled: string;
  /** Spoken while the first videos are on their way. */
  readonly loading: string;
  /** Spoken when videos have arrived: how many there are. */
  readonly loaded: (count: number) => string;
  /** On the button that shows them, and spoken. */
  readonly news: (count: number) => string;
  /** On the button that loads the next page below the last one. */
  readonly more: string;
  /** On the buttons that turn pages, and between them. */
  readonly previous: string;
  readonly next: string;
  readonly page: (number: number) => string;
  readonly empty: string;
  /** Shown in place of `empty` when filters are set. */
  readonly notFound: string;
  /** On the button that takes all filters away. */
  readonly reset: string;
  /** Names of the filters: labels of controls and chips. */
  readonly filters: Readonly<Record<FilterName, string>>;
  /** The choice not to filter. */
  readonly any: (filter: string) => string;
  /** Names of what filters can be set to. */
  readonly choices: Readonly<Record<FilterChoice, string>>;
  /** Spoken for the chip of a filter. */
  readonly remove: (filter: string) => string;
  /** Shown when the list has neither `src` nor `videos`: a note for the author of the page. */
  readonly unconfigured: string;
  readonly failed: (code: VideoListErrorCode) => string;
  readonly retry: string;
  readonly states: Readonly<Record<VideoState, string>>;
  /** Chips that name a quality without a pixel size. */
  readonly clarities: Readonly<Record<Clarity, string>>;
  /** Spoken for a quality chip. */
  readonly quality: (label: string) => string;
  /** Spoken after it: the exact picture size. */
  readonly pixels: (width: number, height: number) => string;
}

/** The words in English. */
export const english: Strings = {
  untitled: 'Untitled video',
  loading: 'Loading videos',
  loaded: (count) => (count === 1 ? '1 video' : `${count} videos`),
  news: (count) => (count === 1 ? '1 new video' : `${count} new videos`),
  more: 'Load more',
  previous: 'Previous page',
  next: 'Next page',
  page: (number) => `Page ${number}`,
  empty: 'No videos yet',
  notFound: 'No videos found',
  reset: 'Reset filters',
  filters: {
    search: 'Search',
    videoId: 'Id',
    category: 'Category',
    state: 'State',
    transcoding: 'Processing',
    createdBy: 'Created by',
    createdFrom: 'From',
    createdTo: 'To',
    order: 'Order',
  },
  any: (filter) => `${filter}: any`,
  choices: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    available: 'Available',
    unavailable: 'Unavailable',
    transcoded: 'Processed',
    'not-transcoded': 'Not processed',
    transcoding: 'Processing',
    failed: 'Failed',
  },
  remove: (filter) => `Remove filter: ${filter}`,
  unconfigured: 'This gallery needs a “src” attribute: the address of a proxy.',
  failed: (code) => `The videos could not be loaded (${code})`,
  retry: 'Try again',
  states: {
    failed: 'Failed',
    transcoding: 'Processing',
    'not-transcoded': 'Not processed',
    unavailable: 'Unavailable',
    encrypted: 'Encrypted',
  },
  clarities: {
    fluent: 'FD',
    low: 'LD',
    standard: 'SD',
    high: 'HD',
    super: 'Super HD',
    'live-recording': 'Live recording',
    original: 'Original',
    unknown: '',
  },
  quality: (label) => `Quality: ${label}`,
  pixels: (width, height) => `${width} by ${height} pixels`,
};

/** Words that come in groups. */
type Group = 'states' | 'clarities' | 'filters' | 'choices';

/** Any of the words. A group (`states`, `clarities`, `filters`, `choices`) may be given in part. */
export type StringOverrides = Partial<Omit<Strings, Group>> & {
  readonly [Name in Group]?: Partial<Strings[Name]>;
};

/** English with the given words in place of its own. */
export function mergeStrings(overrides: StringOverrides = {}): Strings {
  const words = Object.entries<unknown>({...english, ...overrides}).map(([name, word]) => [
    name,
    typeof word === 'object' ? {...english[name as Group], ...word} : word,
  ]);
  return Object.fromEntries(words) as Strings;
}
