import type {VideoListError} from '../data/video-list-error.js';
import type {VideoPageQuery} from '../data/video-page-query.js';
import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import type {VideoFilters} from '../model/video-filters.js';

/**
 * How a user gets beyond the first page: the list grows when its end comes near (`auto`), or when `loadMore()` is called
 * (`button`); one page is shown at a time (`pages`); or only the first page is shown (`none`).
 */
export type Paging = 'auto' | 'button' | 'pages' | 'none';

/**
 * What a list shows:
 * - `unconfigured` – there is neither a request nor videos;
 * - `loading` – there is no response yet;
 * - `ready` – there are videos;
 * - `empty` – there are none;
 * - `error` – the first request failed, and there is nothing to show.
 */
export type ListPhase = 'unconfigured' | 'loading' | 'ready' | 'empty' | 'error';

/** A request without its page and its filters. */
export type ListRequest = Omit<VideoPageQuery, 'pageIndex' | 'filters'>;

/** The videos of a list by index. Some may not be loaded at present; they keep their index. */
export interface ListItems {
  /** Number of items, loaded or not. */
  readonly length: number;
  /** All videos that are loaded, in order. */
  readonly loaded: readonly Video[];
  /** Number of videos that have been loaded, including released ones. */
  readonly loadedCount: number;
  /** The video at an index; undefined while it is not loaded. */
  at(index: number): Video | undefined;
  /** Index of a video, also of a released one; -1 if it is not known. */
  indexOf(id: string): number;
}

/** Why the latest pick changed nothing: `max` is reached, a reason of the host, or a failed request. */
export type Refusal = 'full' | {readonly reason: string} | {readonly error: VideoListError};

/** Progress of a selection whose videos must be requested first. */
export interface SelectionProgress {
  /** Number of loaded videos. */
  readonly done: number;
  /** Number of videos to load in total, as far as it is known. */
  readonly total: number;
}

/** The selection. */
export interface SelectionState {
  /** Whole videos in the order of selection. A video that has not been loaded yet has only its `id`. */
  readonly videos: readonly Video[];
  /** Ids of these videos. */
  readonly ids: ReadonlySet<string>;
  readonly refusal: Refusal | undefined;
  /** Set while missing videos are being loaded. */
  readonly progress: SelectionProgress | undefined;
}

/** Everything that a view needs. Immutable: there is a new object after every change. */
export interface ListState {
  readonly phase: ListPhase;
  readonly items: ListItems;
  /** Whether a request is in flight that the user waits for. */
  readonly isPending: boolean;
  /** Why the latest request failed; kept until a request succeeds. */
  readonly error: VideoListError | undefined;
  /** Number of new videos that are held back until `refresh()`. */
  readonly newItemCount: number;
  /** The present query; undefined without a request, or if the host supplies the videos. */
  readonly query: VideoPageQuery | undefined;
  readonly filters: VideoFilters;
  readonly paging: Paging;
  /** The open result page, from 1, with `paging: 'pages'`. */
  readonly page: number;
  /** Number of result pages in the list. */
  readonly pageCount: number;
  /** Whether there is, or may be, another result page. */
  readonly hasNext: boolean;
  /** Length of the whole list on the server, if it sends a plausible one. */
  readonly total: number | undefined;
  /** Id of the video that is marked as the current one; empty for none. */
  readonly current: string;
  readonly selection: SelectionState;
}

/** What has happened, for hosts that dispatch events. Missing for changes by the host itself, and for progress. */
export type ListChange =
  /** Result pages have loaded. Once for all pages of a request or an update. */
  | {readonly type: 'load'; readonly pages: readonly VideoPage[]}
  /** A request that the user waits for has failed. */
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

/** Settings of the host. Changing them fires no event and sends no request: see `needsLoad`. */
export interface ListSettings {
  /** The request; undefined without a proxy. */
  readonly request: ListRequest | undefined;
  /** Videos to show instead of requested ones. */
  readonly videos: readonly Video[] | undefined;
  /** @defaultValue 'auto' */
  readonly paging: Paging;
  /** Number of result pages up to which `ensureRange()` extends a list of unknown length. @defaultValue 5 */
  readonly autoPages: number;
  /** @defaultValue 1 */
  readonly page: number;
  readonly filters: VideoFilters;
  readonly current: string;
}

/** The position of a user in a list. Plain data, which a host can save and restore. */
export interface ListPosition {
  readonly filters: VideoFilters;
  readonly page: number;
  /** Number of result pages in the list. */
  readonly pageCount: number;
  /** Index of the first item in view. */
  readonly index: number;
}

/** How an action runs. */
export interface ActionOptions {
  /** Aborts the requests of this action. */
  readonly signal?: AbortSignal | undefined;
  /** As for `fetch`: `no-cache` to revalidate a copy in the browser's cache. */
  readonly cache?: RequestCache | undefined;
  /** Whether the user does not wait for it: neither `isPending` nor an error is set. */
  readonly isQuiet?: boolean | undefined;
}
