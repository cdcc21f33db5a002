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
  if (!navigator.mediaSession) return;
  const {title, createdBy, coverUrl} = video;
  const artwork = coverUrl ? [{src: coverUrl}] : [];
  setSession(new MediaMetadata({title, artist: createdBy ?? '', artwork}), next, previous);
  isOurs = true;
}

/** Nothing plays any more. */
export function clearSession(): void {
  if (isOurs) setSession(null, null, null);
  isOurs = false;
}

function setSession(
  metadata: MediaMetadata | null,
  next: (() => void) | null,
  previous: (() => void) | null,
): void {
  const {mediaSession} = navigator;
  mediaSession.metadata = metadata;
  mediaSession.setActionHandler('nexttrack', next);
  mediaSession.setActionHandler('previoustrack', previous);
}
