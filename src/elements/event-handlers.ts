/** Event handlers of the components for React and Vue: `onVideoSelect`, `@video-select`. */
import type {
  VideoEndedEvent,
  VideoErrorEvent,
  VideoPlayEvent,
  VideoQualityEvent,
  VideoStepEvent,
} from '../player/video-player.events.js';
import type {VideoSelectEvent} from './video-card/video-card.events.js';
import type {
  SelectionChangeEvent,
  VideoImpressionEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListPageEvent,
  VideoListUnauthorizedEvent,
} from './video-list/video-list.events.js';

/** Event handlers of `<VideoPlayer>`, and of a `<VideoList>` for its own player. */
export interface VideoPlayerHandlers {
  /** A video is about to be played. A page that plays it itself calls `event.preventDefault()`. */
  onVideoPlay?: ((event: VideoPlayEvent) => void) | undefined;
  /** A video has been played to its end; `event.preventDefault()` prevents the next one from starting. */
  onVideoEnded?: ((event: VideoEndedEvent) => void) | undefined;
  /** A video cannot be played; `event.detail.error.reason` says why. */
  onVideoError?: ((event: VideoErrorEvent) => void) | undefined;
  /** The played quality has changed. */
  onVideoQuality?: ((event: VideoQualityEvent) => void) | undefined;
  /** The user wants the next or the previous video, or the countdown has ended. Cancel it to keep the present video. */
  onVideoStep?: ((event: VideoStepEvent) => void) | undefined;
}

/** Event handlers of `<VideoList>`. */
export interface VideoListHandlers extends VideoPlayerHandlers {
  /** The user picks a video; `event.preventDefault()` prevents the selection. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
  /** The user has changed the selection. */
  onSelectionChange?: ((event: SelectionChangeEvent) => void) | undefined;
  /** A result page has been loaded and rendered. */
  onVideoListLoad?: ((event: VideoListLoadEvent) => void) | undefined;
  /** A request has failed. Videos that are already shown stay. */
  onVideoListError?: ((event: VideoListErrorEvent) => void) | undefined;
  /** The token of a signed link is missing or has expired; `event.detail.renew(token)` takes a new one. */
  onVideoListUnauthorized?: ((event: VideoListUnauthorizedEvent) => void) | undefined;
  /** The user has changed a filter. */
  onVideoListFilter?: ((event: VideoListFilterEvent) => void) | undefined;
  /** The user has turned to another result page. */
  onVideoListPage?: ((event: VideoListPageEvent) => void) | undefined;
  /** At least half of a card was in view for a second; only with `impressions`. */
  onVideoImpression?: ((event: VideoImpressionEvent) => void) | undefined;
}

/** Event handlers of `<VideoCard>`. */
export interface VideoCardHandlers {
  /** The user picked the card; `event.preventDefault()` prevents the browser from following a link. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
}
