import type {Video} from '../../model/video.js';

/** How a pick came about. `keyboard` also stands for assistive technology and `element.click()`. */
export type SelectTrigger = 'mouse' | 'touch' | 'pen' | 'keyboard';

/** What `video-select` carries. */
export interface VideoSelectDetail {
  /** The picked video, whole. */
  readonly video: Video;
  /** Its place in the list, from 0; -1 on a card that stands alone. */
  readonly index: number;
  readonly trigger: SelectTrigger;
}

/** A viewer picked a video. Cancel it to keep the list from marking it, and a link from being followed. */
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
