import type {Video} from '../model/video.js';

/** What the system's media controls show and do. */
export interface SessionOptions {
  /** Who plays: clears the session later. */
  readonly owner: object;
  readonly video: Video;
  /** Absolute address of the cover. */
  readonly cover: string | undefined;
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

/** Whose the session is; undefined while it may be the host page's. */
let sessionOwner: object | undefined;

/** Tells the system what plays: for its media keys, lock screen and headphones. */
export function showSession({owner, video, cover, next, previous}: SessionOptions): void {
  if (!navigator.mediaSession) return;
  const {title, createdBy} = video;
  const artwork = cover ? [{src: cover}] : [];
  setSession(new MediaMetadata({title, artist: createdBy ?? '', artwork}), next, previous);
  sessionOwner = owner;
}

/** `owner` plays nothing any more. The session of another player, and of the host page, stays. */
export function clearSession(owner: object): void {
  if (owner !== sessionOwner) return;
  setSession(null, null, null);
  sessionOwner = undefined;
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
