import type {Cover} from './cover-of.js';
import type {Resolution} from './resolution.js';

/** Whether the owner of the account allows users to watch the video. */
export type Availability = 'available' | 'unavailable' | 'unknown';

/** Whether the vendor has made playable files from the upload. */
export type Transcoding =
  'transcoded' | 'transcoded-unencrypted' | 'transcoding' | 'failed' | 'not-transcoded' | 'unknown';

/** How the video got into the account. */
export type VideoOrigin =
  | 'other'
  | 'upload'
  | 'live-recording'
  | 'fetch'
  | 'trimming'
  | 'splicing'
  | 'edge-live-recording'
  | 'common-live-recording'
  | 'upload-sdk'
  | 'upload-tool'
  | 'unknown';

/** The vendor's player that is configured for a video. */
export interface PlayerSettings {
  /** Id of the player at the vendor. */
  readonly id?: string | undefined;
  /** Name of the player. */
  readonly name?: string | undefined;
  /** Aspect ratio of the player. */
  readonly aspectRatio?: '16:9' | '4:3' | undefined;
  /** Whether the player starts automatically. */
  readonly autoplay?: boolean | undefined;
}

/**
 * One video. Only `id` and `title` are always present. Plain data: JSON and `structuredClone` keep it unchanged.
 */
export interface Video {
  /** The vendor's id of the video; unique in the account. */
  readonly id: string;
  /** Name of the video; empty if it has none. */
  readonly title: string;
  /** Description of the video. */
  readonly description?: string | undefined;
  /** Absolute URL of the cover picture, with `http:` or `https:`. */
  readonly coverUrl?: string | undefined;
  /** Data of the proxy about its copies of the cover, if it has any. Not for pages: use `coverUrl`. */
  readonly cover?: Cover | undefined;
  /** Duration in seconds; 0 or missing before transcoding. */
  readonly durationSeconds?: number | undefined;
  /** Size of all files of the video together, in bytes. */
  readonly sizeBytes?: number | undefined;
  /** Time of creation, in milliseconds since 1970-01-01 UTC (like `Date.now()`). */
  readonly createdAtMs?: number | undefined;
  /** Time of the upload, in milliseconds since 1970-01-01 UTC. */
  readonly uploadedAtMs?: number | undefined;
  /** Time of the last change, in milliseconds since 1970-01-01 UTC. */
  readonly updatedAtMs?: number | undefined;
  /** Name of the user of the account who created the video. */
  readonly createdBy?: string | undefined;
  /** Names of the sub-categories of the video. */
  readonly categories?: readonly string[] | undefined;
  /** Host name that the video is published on. */
  readonly publishDomain?: string | undefined;
  /** Whether the video is encrypted. */
  readonly encrypted?: boolean | undefined;
  /** Whether the owner of the account allows users to watch the video. */
  readonly availability?: Availability | undefined;
  /** Whether the vendor has made playable files from the upload. */
  readonly transcoding?: Transcoding | undefined;
  /** How the video got into the account. */
  readonly origin?: VideoOrigin | undefined;
  /** The vendor's player that is configured for the video. */
  readonly player?: PlayerSettings | undefined;
  /** The files of the video, one for each quality. */
  readonly resolutions?: readonly Resolution[] | undefined;
}

/** The states that a card shows, most important first. */
const videoStateNames = [
  'failed',
  'transcoding',
  'not-transcoded',
  'unavailable',
  'encrypted',
] as const;

/** One of {@link videoStateNames}. */
export type VideoState = (typeof videoStateNames)[number];

/** The state because of which a video cannot be played; undefined if there is none, or it is not known. */
export function unplayableState(video: Video): VideoState | undefined {
  return videoStates(video).find((state) => UNPLAYABLE.includes(state));
}

/** A video that is not transcoded may still play as it was uploaded. */
const UNPLAYABLE: readonly VideoState[] = ['failed', 'transcoding', 'unavailable'];

/** The states of a video that a card shows, most important first; empty for a playable video. */
export function videoStates({transcoding, availability, encrypted}: Video): VideoState[] {
  const facts: unknown[] = [transcoding, availability, encrypted && 'encrypted'];
  return videoStateNames.filter((name) => facts.includes(name));
}
