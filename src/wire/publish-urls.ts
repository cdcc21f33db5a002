/** Addresses one video plays from on one kind of device (`data.videoUrl[]` of getPublishCode). */
export interface PublishUrls {
  readonly urlType: 'PC' | 'mobile';
  readonly originUrl?: string;
  readonly fluentUrl?: string;
  readonly sdUrl?: string;
  readonly highUrl?: string;
  readonly hdPullUrl?: string;
}

/** `code` of an envelope that says: there is no such video (getPublishCode). */
export const NO_SUCH_VIDEO_CODE = 1502;
