import type {VideoListError} from '../data/video-list-error.js';
import type {VideoPageQuery} from '../data/video-page-query.js';
import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import type {VideoFilters} from '../model/video-filters.js';

/**
 * How a user gets to what is not on the first page: the list grows as its end comes near (`auto`), or when
 * `loadMore()` is called (`button`); one page is shown at a time (`pages`); or there is only the first page (`none`).
 */
export type Paging = 'auto' | 'button' | 'pages' | 'none';

/**
 * What a list shows:
 * - `unconfigured` – there is neither a request nor videos;
 * - `loading` – the first answer is not there yet;
 * - `ready` – there are videos;
 * - `empty` – there are none;
 * - `error` – the first answer was a failure, and there is nothing to show.
 */
export type ListPhase = 'unconfigured' | 'loading' | 'ready' | 'empty' | 'error';

/** How the proxy is asked: a query without its page and its filters. */
export type ListRequest = Omit<VideoPageQuery, 'pageIndex' | 'filters'>;

/** The videos of a list by index. Some may not be loaded at present; they keep their index. */
export interface ListItems {
  /** Number of items, loaded or not. */
  readonly length: number;
  /** All videos that are loaded, in order. */
  readonly loaded: readonly Video[];
  /** How many videos have been loaded, including those that were let go of since. */
  readonly loadedCount: number;
  /** The video at an index; undefined while it is not loaded. */
  at(index: number): Video | undefined;
  /** Index of a video; -1 when it is not known. Also known of a video that was let go of. */
  indexOf(id: string): number;
}

/** Why the user's latest pick changed nothing: `max` is reached, the host's reason, or what could not be fetched. */
export type Refusal = 'full' | {readonly reason: string} | {readonly error: VideoListError};

/** How far a selection of many videos has got that must be fetched first. */
export interface SelectionProgress {
  /** Videos that have been fetched. */
  readonly done: number;
  /** Videos to fetch in all, as far as is known. */
  readonly total: number;
}

/** What is selected. */
export interface SelectionState {
  /** Whole videos in the order in which they were selected. Only `id` is known of one not loaded yet. */
  readonly videos: readonly Video[];
  /** Ids of the same. */
  readonly ids: ReadonlySet<string>;
  readonly refusal: Refusal | undefined;
  /** Set while missing videos are being fetched. */
  readonly progress: SelectionProgress | undefined;
}

/** Everything a view needs. Never changed in place: a new object after every change. */
export interface ListState {
  readonly phase: ListPhase;
  readonly items: ListItems;
  /** Whether a request is in flight that the user waits for. */
  readonly isPending: boolean;
  /** Why the latest request failed; kept until one succeeds. */
  readonly error: VideoListError | undefined;
  /** How many videos are new and are held back until `refresh()`. */
  readonly newItemCount: number;
  /** What is asked for at present; undefined when nothing is, or when the host supplies the videos. */
  readonly query: VideoPageQuery | undefined;
  readonly filters: VideoFilters;
  readonly paging: Paging;
  /** The open result page, from 1, with `paging: 'pages'`. */
  readonly page: number;
  /** Result pages whose items are part of the list. */
  readonly pageCount: number;
  /** Whether there is, or may be, a result page after the last one. */
  readonly hasNext: boolean;
  /** Length of the whole list on the server, where it says so credibly. */
  readonly total: number | undefined;
  /** Id of the video that is marked as the current one; empty for none. */
  readonly current: string;
  readonly selection: SelectionState;
}

/**
 * What has just happened, for hosts that announce it as an event. Changes that the host has made itself, and mere
 * progress, come without one.
 */
export type ListChange =
  /** Result pages have arrived. Fires once for all pages of one request or update. */
  | {readonly type: 'load'; readonly pages: readonly VideoPage[]}
  /** A request that somebody waits for has failed. */
  | {readonly type: 'error'; readonly error: VideoListError}
  /** The user has changed the filters. */
  | {readonly type: 'filter'; readonly filters: VideoFilters}
  /** The user has turned to another result page. */
  | {readonly type: 'page'; readonly page: number}
  /** The user has changed the selection. */
  | {
      readonly type: 'selection';
      readonly added: readonly Video[];
      readonly removed: readonly Video[];
      readonly videos: readonly Video[];
    };

/** Called after every change of the state. */
export type ListListener = (state: ListState, change?: ListChange) => void;

/** What the host sets. Setting it announces nothing and asks for nothing: see `needsLoad`. */
export interface ListSettings {
  /** How the proxy is asked; undefined for no proxy. */
  readonly request: ListRequest | undefined;
  /** Videos to show instead of asking for any. */
  readonly videos: readonly Video[] | undefined;
  /** @defaultValue 'auto' */
  readonly paging: Paging;
  /** Result pages that `ensureRange()` may append by itself where the length is unknown. @defaultValue 5 */
  readonly autoPages: number;
  /** @defaultValue 1 */
  readonly page: number;
  readonly filters: VideoFilters;
  readonly current: string;
}

/** Where a user was in a list. Plain data; what a host keeps for when the user comes back. */
export interface ListPosition {
  readonly filters: VideoFilters;
  readonly page: number;
  /** Result pages that were part of the list. */
  readonly pageCount: number;
  /** Index of the first item in view. */
  readonly index: number;
}

/** How an action runs. */
export interface ActionOptions {
  /** Aborts the requests of this action. */
  readonly signal?: AbortSignal | undefined;
  /** As for `fetch`: `no-cache` where a copy that the browser has kept is too old. */
  readonly cache?: RequestCache | undefined;
  /** Whether nobody waits for it: neither `isPending` nor a failure is shown. */
  readonly isQuiet?: boolean | undefined;
}
