import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoFilters} from '../../model/video-filters.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import type {Video} from '../../model/video.js';

/** What `video-list-load` carries. */
export interface VideoListLoadDetail {
  /** What arrived: the videos, and the records that had to be left out. */
  readonly page: VideoPage;
}

/** Videos have arrived and are in the DOM. Stays on the list, like `load` on an image. */
export class VideoListLoadEvent extends CustomEvent<VideoListLoadDetail> {
  constructor(detail: VideoListLoadDetail) {
    super('video-list-load', {detail});
  }
}

/** What `video-list-error` carries. */
export interface VideoListErrorDetail {
  readonly error: VideoListError;
}

/** The videos could not be loaded. Stays on the list; what was shown before is still there. */
export class VideoListErrorEvent extends CustomEvent<VideoListErrorDetail> {
  constructor(detail: VideoListErrorDetail) {
    super('video-list-error', {detail});
  }
}

/** What `video-list-unauthorized` carries. */
export interface VideoListUnauthorizedDetail {
  /**
   * Gives the list a fresh token, or a promise of one. To be called while the event is handled. The token takes the place of
   * `token` in the query of `src`, for this address only.
   */
  readonly renew: (token: string | Promise<string>) => void;
}

/**
 * The proxy answers with 401: the token of a signed link is missing, or its time is over. Where the page calls `renew`, the
 * request is sent once more; otherwise it has failed. Stays on the list.
 */
export class VideoListUnauthorizedEvent extends CustomEvent<VideoListUnauthorizedDetail> {
  constructor(detail: VideoListUnauthorizedDetail) {
    super('video-list-unauthorized', {detail});
  }
}

/** What `video-list-filter` carries. */
export interface VideoListFilterDetail {
  /** All filters as they are now. */
  readonly filters: VideoFilters;
}

/** The reader has narrowed the list down, or widened it. Stays on the list; nothing fires for what the page sets. */
export class VideoListFilterEvent extends CustomEvent<VideoListFilterDetail> {
  constructor(detail: VideoListFilterDetail) {
    super('video-list-filter', {detail});
  }
}

/** What `selection-change` carries. */
export interface SelectionChangeDetail {
  /** What has just been selected. */
  readonly added: readonly Video[];
  /** What has just been taken back. */
  readonly removed: readonly Video[];
  /** All that is selected now, in the order it was selected. */
  readonly videos: readonly Video[];
}

/**
 * The reader has changed what is selected. Bubbles and crosses shadow roots, like what a viewer does everywhere
 * here; nothing fires for what the page sets.
 */
export class SelectionChangeEvent extends CustomEvent<SelectionChangeDetail> {
  constructor(detail: SelectionChangeDetail) {
    super('selection-change', {detail, bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'video-list-load': VideoListLoadEvent;
    'video-list-error': VideoListErrorEvent;
    'video-list-unauthorized': VideoListUnauthorizedEvent;
    'video-list-filter': VideoListFilterEvent;
    'selection-change': SelectionChangeEvent;
  }
}
