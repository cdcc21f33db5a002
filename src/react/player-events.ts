import type {
  VideoEndedEvent,
  VideoErrorEvent,
  VideoPlayEvent,
  VideoQualityEvent,
  VideoStepEvent,
} from '../define/player.js';

/** Event handlers of `<VideoPlayer>`, and of a `<VideoList>` for its own player. */
export interface VideoPlayerHandlers {
  /** A video is about to be played; `event.preventDefault()` leaves that to the page. */
  onVideoPlay?: ((event: VideoPlayEvent) => void) | undefined;
  /** A video has been played to its end; `event.preventDefault()` prevents the next one from starting. */
  onVideoEnded?: ((event: VideoEndedEvent) => void) | undefined;
  /** A video cannot be played; `event.detail.error.reason` says why. */
  onVideoError?: ((event: VideoErrorEvent) => void) | undefined;
  /** Another quality is played. */
  onVideoQuality?: ((event: VideoQualityEvent) => void) | undefined;
  /** The user wants the next or the previous video. */
  onVideoStep?: ((event: VideoStepEvent) => void) | undefined;
}

/** The events by the names of their handlers. */
export const playerEvents = {
  onVideoPlay: 'video-play',
  onVideoEnded: 'video-ended',
  onVideoError: 'video-error',
  onVideoQuality: 'video-quality',
  onVideoStep: 'video-step',
} as const;
