import type {Clarity} from '../model/clarity.js';
import type {Video} from '../model/video.js';
import type {PlayFailure} from './play-failure.js';

/** The `detail` of `video-play` and `video-ended`. */
export interface VideoPlayDetail {
  /** The video that is played. */
  readonly video: Video;
}

/**
 * A video is about to be played: its play addresses have not been requested yet. Cancel it to play the video yourself. Bubbles and
 * crosses shadow roots.
 */
export class VideoPlayEvent extends CustomEvent<VideoPlayDetail> {
  constructor(detail: VideoPlayDetail) {
    super('video-play', {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** A video has been played to its end. Cancel it to prevent the next one from starting. Bubbles and crosses shadow roots. */
export class VideoEndedEvent extends CustomEvent<VideoPlayDetail> {
  constructor(detail: VideoPlayDetail) {
    super('video-ended', {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The `detail` of `video-error`. */
export interface VideoErrorDetail {
  /** The video that cannot be played; undefined if only its id is known. */
  readonly video: Video | undefined;
  /** Why it cannot be played. */
  readonly error: PlayFailure;
}

/** A video cannot be played. The player shows the reason. Bubbles and crosses shadow roots. */
export class VideoErrorEvent extends CustomEvent<VideoErrorDetail> {
  constructor(detail: VideoErrorDetail) {
    super('video-error', {detail, bubbles: true, composed: true});
  }
}

/** The `detail` of `video-quality`. */
export interface VideoQualityDetail {
  /** The video that is played. */
  readonly video: Video;
  /** The quality that is played now. */
  readonly quality: Clarity;
}

/** Another quality of the video is played: at its start, by the user's choice, or because a source has failed. Bubbles. */
export class VideoQualityEvent extends CustomEvent<VideoQualityDetail> {
  constructor(detail: VideoQualityDetail) {
    super('video-quality', {detail, bubbles: true, composed: true});
  }
}

/** The `detail` of `video-step`. */
export interface VideoStepDetail {
  /** The video that is played now; undefined if only its id is known. */
  readonly video: Video | undefined;
  /** 1 for the next video, -1 for the previous one. */
  readonly step: 1 | -1;
}

/**
 * The user wants the next or the previous video, or the countdown to the next one has ended. A list with this player shows it;
 * cancel the event to prevent that. Bubbles and crosses shadow roots.
 */
export class VideoStepEvent extends CustomEvent<VideoStepDetail> {
  constructor(detail: VideoStepDetail) {
    super('video-step', {detail, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'video-play': VideoPlayEvent;
    'video-ended': VideoEndedEvent;
    'video-error': VideoErrorEvent;
    'video-quality': VideoQualityEvent;
    'video-step': VideoStepEvent;
  }
}
