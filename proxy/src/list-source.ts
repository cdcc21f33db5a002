import type {Caller} from './caller.js';
import type {CategoryQuery} from './category-query.js';
import type {ListQuery, Sort} from './list-query.js';
import type {FilterQuery} from './store/list-filter.js';

/** An answer before serialization. */
export interface SourceAnswer {
  /** The vendor's envelope. The same object for as long as the answer is the same, if possible. */
  readonly envelope: object;
  /** Equal for as long as the whole answer is the same. Default: the envelope. */
  readonly identity?: object | undefined;
  /** Further members of the response beside those of the envelope. */
  readonly extra?: object | undefined;
  /** Whether it is an older copy, which must not be cached for long. */
  readonly isStale?: boolean | undefined;
  /** Age of such a copy in seconds. */
  readonly ageSeconds?: number | undefined;
  /** Where it comes from, as parameters of `Cache-Status`; missing if there is no cache. */
  readonly cacheStatus?: string | undefined;
  /** Number of the last stored change that it contains. */
  readonly sequence?: number | undefined;
}

/** Source of the lists. Every call rejects with the signal's reason when its client disconnects. */
export interface ListSource {
  /** Further sort orders, in addition to the time of creation. Default: none. */
  readonly sorts?: readonly Sort[] | undefined;
  list(query: ListQuery, caller: Caller): Promise<SourceAnswer>;
  /** @param filter - Only categories of matching videos, if the source supports it. Default: all. */
  categories(query: CategoryQuery, caller: Caller, filter?: FilterQuery): Promise<SourceAnswer>;
  /** Index of a video in a list; undefined if it is not in the list. Missing if the source cannot find it. */
  place?(query: ListQuery, videoId: string): Promise<PlaceInList | undefined>;
}

/** Where in a list a video is. */
export interface PlaceInList {
  /** From 0. */
  readonly index: number;
  /** Videos in the list. */
  readonly total: number;
}

/** The addresses one video plays from. */
export type PlaySource = (videoId: string, caller: Caller) => Promise<SourceAnswer>;

/** The page that the proxy has understood, to be sent back with the answer. */
export function pageOf({pageIndex, pageSize}: ListQuery): object {
  return {pageIndex, pageSize};
}
