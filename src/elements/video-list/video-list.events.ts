import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoFilters} from '../../model/video-filters.js';
import type {VideoPage} from '../../model/decode-video-page.js';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'video-list-load': VideoListLoadEvent;
    'video-list-error': VideoListErrorEvent;
    'video-list-filter': VideoListFilterEvent;
  }
}
