import type {Video} from '../model/video.js';

/** What the system's media controls show and do. */
export interface SessionOptions {
  readonly video: Video;
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

/** Whether what the system shows is ours; it may be the host page's. */
let isOurs = false;

/** Tells the system what plays: for its media keys, lock screen and headphones. */
export function showSession({video, next, previous}: SessionOptions): void {
  const {mediaSession} = navigator;
  if (!mediaSession) return;
  isOurs = true;
  const {title, createdBy, coverUrl} = video;
  const artwork = coverUrl ? [{src: coverUrl}] : [];
  mediaSession.metadata = new MediaMetadata({title, artist: createdBy ?? '', artwork});
  mediaSession.setActionHandler('nexttrack', next);
  mediaSession.setActionHandler('previoustrack', previous);
}

/** Nothing plays any more. */
export function clearSession(): void {
  const {mediaSession} = navigator;
  if (!mediaSession || !isOurs) return;
  isOurs = false;
  mediaSession.metadata = null;
  mediaSession.setActionHandler('nexttrack', null);
  mediaSession.setActionHandler('previoustrack', null);
}
