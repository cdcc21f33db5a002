import type {Resolution} from './resolution.js';

/** Whether the site's owner lets the video be watched. */
export type Availability = 'available' | 'unavailable' | 'unknown';

/** How far the vendor is with making playable files out of the upload. */
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

/** The vendor's player that is set up for a video. */
export interface PlayerSettings {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly aspectRatio?: '16:9' | '4:3' | undefined;
  readonly autoplay?: boolean | undefined;
}

/**
 * One video, as the elements know it. Only `id` and `title` are always there; everything else may be
 * unknown. Plain data: it survives JSON and `structuredClone`.
 */
export interface Video {
  /** The vendor's identity of the video; unique in an account. */
  readonly id: string;
  /** Its name; empty when it has none. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute `http:` or `https:` address of the cover picture. */
  readonly coverUrl?: string | undefined;
  /** Playing time in seconds; 0 or unknown before transcoding. */
  readonly durationSeconds?: number | undefined;
  /** Bytes of all files of the video together. */
  readonly sizeBytes?: number | undefined;
  /** Milliseconds since 1970-01-01 UTC, like `Date.now()`. */
  readonly createdAtMs?: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly uploadedAtMs?: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly updatedAtMs?: number | undefined;
  /** The account's user who made the video. */
  readonly createdBy?: string | undefined;
  /** Sub-categories the video is filed under. */
  readonly categories?: readonly string[] | undefined;
  /** Host name the video is published on. */
  readonly publishDomain?: string | undefined;
  readonly encrypted?: boolean | undefined;
  readonly availability?: Availability | undefined;
  readonly transcoding?: Transcoding | undefined;
  readonly origin?: VideoOrigin | undefined;
  readonly player?: PlayerSettings | undefined;
  /** The files of the video, one a quality. */
  readonly resolutions?: readonly Resolution[] | undefined;
}

/** What a viewer should be told about a video beside its title, most important first. */
export const videoStateNames = [
  'failed',
  'transcoding',
  'not-transcoded',
  'unavailable',
  'encrypted',
] as const;

/** One of {@link videoStateNames}. */
export type VideoState = (typeof videoStateNames)[number];

/** What keeps a video from being played; undefined when nothing does, as far as is known. */
export function unplayableState(video: Video): VideoState | undefined {
  return videoStates(video).find((state) => UNPLAYABLE.includes(state));
}

/** A video that is not transcoded may still play as it was uploaded. */
const UNPLAYABLE: readonly VideoState[] = ['failed', 'transcoding', 'unavailable'];

/** The states worth telling, most important first; empty for a video that simply plays. */
export function videoStates({transcoding, availability, encrypted}: Video): VideoState[] {
  const facts: unknown[] = [transcoding, availability, encrypted && 'encrypted'];
  return videoStateNames.filter((name) => facts.includes(name));
}
