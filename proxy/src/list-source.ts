import type {Caller} from './caller.js';
import type {CategoryQuery} from './category-query.js';
import type {ListQuery, Sort} from './list-query.js';
import type {FilterQuery} from './store/list-filter.js';

/** An answer before it is written down. */
export interface SourceAnswer {
  /** The vendor's envelope. The same object for as long as the answer is the same, where it can be. */
  readonly envelope: object;
  /** Equal for as long as the whole answer is the same. Default: the envelope. */
  readonly identity?: object | undefined;
  /** What our proxy says beside the envelope's own fields. */
  readonly extra?: object | undefined;
  /** Whether it is an older copy that should not be kept for long. */
  readonly isStale?: boolean | undefined;
  /** How many seconds old such a copy is. */
  readonly ageSeconds?: number | undefined;
  /** How it was come by, as parameters of `Cache-Status`; missing where there is no cache. */
  readonly cacheStatus?: string | undefined;
  /** Number of the last stored change that it knows of. */
  readonly sequence?: number | undefined;
}

/** Where the lists come from. Every call rejects with the signal's reason when its caller has gone. */
export interface ListSource {
  /** What it can sort by beside the time of creation. Default: nothing. */
  readonly sorts?: readonly Sort[] | undefined;
  list(query: ListQuery, caller: Caller): Promise<SourceAnswer>;
  /**
   * @param filter - Only categories with such a video, where the source can tell. Default: all.
   */
  categories(query: CategoryQuery, caller: Caller, filter?: FilterQuery): Promise<SourceAnswer>;
  /** Where in a list a video is; undefined when it is not in the list. Missing where the source cannot tell. */
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

/** Which page an answer is, as the proxy understood the question. */
export function pageOf({pageIndex, pageSize}: ListQuery): object {
  return {pageIndex, pageSize};
}
