import type {Video} from '../../model/video.js';

/**
 * How the user picked the video. `keyboard` also stands for assistive technology and `element.click()`, and `link` for a video
 * in the URL of the page, with `history="url"`.
 */
export type SelectTrigger = 'mouse' | 'touch' | 'pen' | 'keyboard' | 'link';

/** The `detail` of `video-select`. */
export interface VideoSelectDetail {
  /** The picked video. */
  readonly video: Video;
  /** Index of the video in the list, from 0; -1 for a card outside a list, and for a link to a video that is not loaded. */
  readonly index: number;
  /** How the user picked it. `keyboard` also stands for assistive technology and `click()`, and `link` for the URL of the page. */
  readonly trigger: SelectTrigger;
}

/** The user picked a video. Cancel it to prevent the list from marking the card, and the browser from following its link. */
export class VideoSelectEvent extends CustomEvent<VideoSelectDetail> {
  constructor(detail: VideoSelectDetail) {
    super('video-select', {detail, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'video-select': VideoSelectEvent;
  }
}
