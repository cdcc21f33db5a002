import type {
  VideoEndedEvent,
  VideoErrorEvent,
  VideoPlayEvent,
  VideoQualityEvent,
  VideoStepEvent,
} from '../define/player.js';

/** What a `<video-player>` tells, and a `<video-list>` of its own player: `@video-play="…"` and so on. */
export interface VideoPlayerEvents {
  onVideoPlay?: (event: VideoPlayEvent) => void;
  onVideoEnded?: (event: VideoEndedEvent) => void;
  onVideoError?: (event: VideoErrorEvent) => void;
  onVideoQuality?: (event: VideoQualityEvent) => void;
  onVideoStep?: (event: VideoStepEvent) => void;
}
