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

/** The player that has set the session; undefined if it may belong to the host page. */
let sessionOwner: object | undefined;
/** The metadata of that player, and those of the host page. */
let own: MediaMetadata | undefined;
let before: MediaMetadata | null = null;
/** Actions that a player has set. Those of the host page cannot be read, and are not changed without need. */
const actions = new Set<MediaSessionAction>();

/** Sets the Media Session of the browser: for media keys, lock screen and headphones. */
export function showSession({owner, video, cover, next, previous}: SessionOptions): void {
  const {mediaSession} = navigator;
  if (!mediaSession) return;
  if (mediaSession.metadata !== own) before = mediaSession.metadata;
  const {title, createdBy} = video;
  const artwork = cover ? [{src: cover}] : [];
  mediaSession.metadata = own = new MediaMetadata({title, artist: createdBy ?? '', artwork});
  setAction('nexttrack', next);
  setAction('previoustrack', previous);
  sessionOwner = owner;
}

/** Gives the session of an owner back to the host page. Sessions of other players stay. */
export function clearSession(owner: object): void {
  if (owner !== sessionOwner) return;
  const {mediaSession} = navigator;
  if (mediaSession.metadata === own) mediaSession.metadata = before;
  for (const action of actions) setAction(action, null);
  sessionOwner = own = undefined;
}

function setAction(action: MediaSessionAction, handler: (() => void) | null) {
  if (!handler && !actions.delete(action)) return;
  if (handler) actions.add(action);
  navigator.mediaSession.setActionHandler(action, handler);
}
