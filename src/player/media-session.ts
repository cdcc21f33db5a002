import type {Video} from '../model/video.js';

/** Content and actions of the system's media controls. */
export interface SessionOptions {
  /** The player that owns the session, and later clears it. */
  readonly owner: object;
  readonly video: Video;
  /** Absolute address of the cover. */
  readonly cover: string | undefined;
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

/** The owner of the session; undefined if it may belong to the host page. */
let sessionOwner: object | undefined;

/** Sets the Media Session of the browser: for media keys, lock screen and headphones. */
export function showSession({owner, video, cover, next, previous}: SessionOptions): void {
  if (!navigator.mediaSession) return;
  const {title, createdBy} = video;
  const artwork = cover ? [{src: cover}] : [];
  setSession(new MediaMetadata({title, artist: createdBy ?? '', artwork}), next, previous);
  sessionOwner = owner;
}

/** Clears the session of an owner. Sessions of other players and of the host page stay. */
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
