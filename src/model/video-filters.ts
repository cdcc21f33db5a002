/** The filters and the order of a list. Empty and missing filters have no effect. */
export interface VideoFilters {
  /** Text that the name must contain. */
  readonly search?: string | null | undefined;
  /** The vendor's id of one video. */
  readonly videoId?: string | null | undefined;
  /** Names of sub-categories, separated by commas. */
  readonly category?: string | null | undefined;
  /** Whether the owner of the account allows users to watch the video. */
  readonly state?: ChoiceOf<'state'> | null | undefined;
  /** State of the transcoding. */
  readonly transcoding?: ChoiceOf<'transcoding'> | null | undefined;
  /** Names of users of the account who created the videos, separated by commas. */
  readonly createdBy?: string | null | undefined;
  /** First day or time of creation: `2016-01-01` or `2016-01-01 12:00:00`, in the account's time zone. */
  readonly createdFrom?: string | null | undefined;
  /** Last day or time of creation, in the same format. */
  readonly createdTo?: string | null | undefined;
  /**
   * Sort order: `newest` or `oldest` first, by time of creation. A proxy in mode `store` also sorts by `name` and
   * `name-descending`, and with the `shortest` or `longest` first.
   */
  readonly order?: ChoiceOf<'order'> | null | undefined;
}

export const filterNames = [
  'search',
  'videoId',
  'category',
  'state',
  'transcoding',
  'createdBy',
  'createdFrom',
  'createdTo',
  'order',
] as const;

/** One of {@link filterNames}. */
export type FilterName = (typeof filterNames)[number];

/** Whether a word names a filter. */
export function isFilterName(word: string): word is FilterName {
  return filterNames.some((name) => name === word);
}

/**
 * The values of filters with fixed values, in the order of the vendor's numbers. `order` has two values for each of `sorts`, the
 * descending one first.
 */
export const filterChoices = {
  order: ['newest', 'oldest', 'name-descending', 'name', 'longest', 'shortest'],
  state: ['available', 'unavailable'],
  transcoding: ['transcoded', 'not-transcoded', 'transcoding', 'failed'],
} as const;

/** What the orders sort by: values of the proxy's `sortBy`. `undefined` means by time of creation. */
export const sorts = [undefined, 'name', 'duration'] as const;

/** Whether a filter has fixed values. All others are free text. */
export function hasFixedChoice(name: FilterName): name is keyof typeof filterChoices {
  return Object.hasOwn(filterChoices, name);
}

/** Any value of a filter with fixed values. */
export type FilterChoice = (typeof filterChoices)[keyof typeof filterChoices][number];

/** Orders that not every proxy supports. */
export type SortChoice = Exclude<(typeof filterChoices)['order'][number], 'newest' | 'oldest'>;

/** The values of one of these filters. An empty text means no filter. */
export type ChoiceOf<Name extends keyof typeof filterChoices> =
  (typeof filterChoices)[Name][number] | '';
