/** The play addresses of a video for one kind of device (`data.videoUrl[]` of getPublishCode). */
export interface PublishUrls {
  readonly urlType: 'PC' | 'mobile';
  readonly originUrl?: string;
  readonly fluentUrl?: string;
  readonly sdUrl?: string;
  readonly highUrl?: string;
  readonly hdPullUrl?: string;
}

/** `code` of an envelope for a video that does not exist (getPublishCode). */
export const NO_SUCH_VIDEO_CODE = 1502;
