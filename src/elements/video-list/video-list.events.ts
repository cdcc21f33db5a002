import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoFilters} from '../../model/video-filters.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import type {Video} from '../../model/video.js';

/** The `detail` of `video-list-load`. */
export interface VideoListLoadDetail {
  /** The result page: its videos, and the records that were skipped. */
  readonly page: VideoPage;
}

/** A result page has been loaded and rendered. Does not bubble. */
export class VideoListLoadEvent extends CustomEvent<VideoListLoadDetail> {
  constructor(detail: VideoListLoadDetail) {
    super('video-list-load', {detail});
  }
}

/** The `detail` of `video-list-error`. */
export interface VideoListErrorDetail {
  /** Why the request failed. */
  readonly error: VideoListError;
}

/** A request has failed. Videos that are already shown stay. Does not bubble. */
export class VideoListErrorEvent extends CustomEvent<VideoListErrorDetail> {
  constructor(detail: VideoListErrorDetail) {
    super('video-list-error', {detail});
  }
}

/** The `detail` of `video-list-unauthorized`. */
export interface VideoListUnauthorizedDetail {
  /**
   * Gives the list a new token, or a promise of one. Call it while the event is handled. The token replaces `token` in the query of
   * the present `src`.
   */
  readonly renew: (token: string | Promise<string>) => void;
}

/**
 * The proxy has answered with 401: the token of a signed link is missing or has expired. If the page calls `renew`, the request is
 * sent again; otherwise it has failed. Does not bubble.
 */
export class VideoListUnauthorizedEvent extends CustomEvent<VideoListUnauthorizedDetail> {
  constructor(detail: VideoListUnauthorizedDetail) {
    super('video-list-unauthorized', {detail});
  }
}

/** The `detail` of `video-list-filter`. */
export interface VideoListFilterDetail {
  /** All filters, after the change. */
  readonly filters: VideoFilters;
}

/** The user has changed a filter. Does not fire for changes that the page makes. Does not bubble. */
export class VideoListFilterEvent extends CustomEvent<VideoListFilterDetail> {
  constructor(detail: VideoListFilterDetail) {
    super('video-list-filter', {detail});
  }
}

/** The `detail` of `video-list-page`. */
export interface VideoListPageDetail {
  /** Number of the result page that is shown now, from 1. */
  readonly page: number;
}

/** The user has turned to another result page, with `paging="pages"`. Does not bubble. */
export class VideoListPageEvent extends CustomEvent<VideoListPageDetail> {
  constructor(detail: VideoListPageDetail) {
    super('video-list-page', {detail});
  }
}

/** The `detail` of `video-impression`. */
export interface VideoImpressionDetail {
  /** The video whose card was in view. */
  readonly video: Video;
  /** Index of the video in the list, from 0. */
  readonly index: number;
}

/**
 * At least half of a card was in view for a second, in a tab that is not hidden. Fires once for each video, only with the
 * attribute `impressions`. Does not bubble.
 */
export class VideoImpressionEvent extends CustomEvent<VideoImpressionDetail> {
  constructor(detail: VideoImpressionDetail) {
    super('video-impression', {detail});
  }
}

/** The `detail` of `selection-change`. */
export interface SelectionChangeDetail {
  /** Videos that were selected by this change. */
  readonly added: readonly Video[];
  /** Videos that were deselected by this change. */
  readonly removed: readonly Video[];
  /** All selected videos, in the order in which they were selected. */
  readonly videos: readonly Video[];
}

/** The user has changed the selection. Does not fire for changes that the page makes. Bubbles and crosses shadow roots. */
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
    'video-list-page': VideoListPageEvent;
    'video-impression': VideoImpressionEvent;
    'selection-change': SelectionChangeEvent;
  }
}
