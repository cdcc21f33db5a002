import type {VideoSource} from '../wire/envelope.js';
import {isObject, readNumber, readText, type JsonObject} from '../wire/fields.js';
import {coverOf} from './cover-of.js';
import {clarityFromCode} from './clarity.js';
import type {Device, Resolution} from './resolution.js';
import {safeUrl} from './safe-url.js';
import {parseTimestamp} from '../wire/timestamp.js';
import type {Availability, PlayerSettings, Transcoding, Video, VideoOrigin} from './video.js';

/** Context of a record. */
export interface RecordContext {
  /** The document that defines the numbers. */
  readonly source: VideoSource;
  /** Base of relative cover addresses. */
  readonly baseUrl?: string | undefined;
  /** The data of the proxy about covers. */
  readonly covers?: JsonObject | undefined;
}

/** By `transcodeState`, from 1. */
const TRANSCODING: readonly Transcoding[] = [
  'transcoded',
  'not-transcoded',
  'transcoding',
  'failed',
  'not-transcoded',
];

/** By `videoSourceCode`. */
const ORIGIN: Readonly<Record<number, VideoOrigin>> = {
  0: 'other',
  1: 'upload',
  2: 'live-recording',
  3: 'fetch',
  4: 'trimming',
  5: 'splicing',
  6: 'edge-live-recording',
  10: 'common-live-recording',
  11: 'upload-sdk',
  12: 'upload-tool',
};

/** By `serverType`, from -1. */
const DEVICE: Readonly<Record<VideoSource, readonly Device[]>> = {
  callback: ['source', 'pc', 'source', 'mobile'],
  getVideoList: ['source', 'pc', 'mobile'],
};

/** Converts an entry of `videoListInfo` to a video; undefined if it has no `videoId`. */
export function decodeVideo(record: unknown, context: RecordContext): Video | undefined {
  if (!isObject(record)) return undefined;
  const id = readText(record['videoId']);
  if (id === undefined) return undefined;
  const cover = context.covers && coverOf(context.covers, id, context.baseUrl);
  return {
    ...(cover && {cover}),
    id,
    title: readText(record['videoName']) ?? '',
    description: readText(record['videoDescription']),
    coverUrl: safeUrl(readText(record['imageUrl']), context.baseUrl),
    durationSeconds: atLeastZero(record['videoDuration']),
    sizeBytes: atLeastZero(record['videoSize']),
    createdAtMs: parseTimestamp(readText(record['createTime'])),
    uploadedAtMs: parseTimestamp(readText(record['uploadTime'])),
    updatedAtMs: parseTimestamp(readText(record['updateTime'])),
    createdBy: readText(record['createUser']),
    categories: readText(record['videoClassification'])?.split(/\s*,\s*/),
    publishDomain: readText(record['publishDomain']),
    encrypted: decodeFlag(record['encrypt']),
    availability: decodeAvailability(record['videoState'], context.source),
    transcoding: decodeTranscoding(record),
    origin: ORIGIN[readNumber(record['videoSourceCode']) ?? NaN] ?? 'unknown',
    player: decodePlayer(record),
    resolutions: decodeResolutions(record['videoResolutions'], context.source),
  };
}

function atLeastZero(value: unknown): number | undefined {
  const number = readNumber(value);
  return number !== undefined && number >= 0 ? number : undefined;
}

function decodeFlag(value: unknown): boolean | undefined {
  const number = readNumber(value);
  return number === 1 || number === 0 ? number === 1 : undefined;
}

/** Callback document: 0 unavailable, 1 available. getVideoList: 0 enabled, 1 blocked. */
function decodeAvailability(value: unknown, source: VideoSource): Availability {
  const available = source === 'getVideoList' ? 0 : 1;
  const state = readNumber(value);
  if (state !== 0 && state !== 1) return 'unknown';
  return state === available ? 'available' : 'unavailable';
}

/**
 * 5 is documented for encrypted videos only, but the example of the callback document has it with `encrypt: 0`. 2 has
 * another meaning for encrypted videos.
 */
function decodeTranscoding(record: JsonObject): Transcoding {
  const code = readNumber(record['transcodeState']) ?? NaN;
  if (code === 2 && decodeFlag(record['encrypt'])) return 'transcoded-unencrypted';
  return TRANSCODING[code - 1] ?? 'unknown';
}

/** The fields are named `flashPlayer…` in callbacks, and `player…` in getVideoList. */
function decodePlayer(record: JsonObject): PlayerSettings {
  return {
    id: readText(record['flashPlayerId']) ?? readText(record['playerId']),
    name: readText(record['flashPlayerName']) ?? readText(record['playerName']),
    aspectRatio: (['16:9', '4:3'] as const)[readNumber(record['flashImageRatio']) ?? NaN],
    autoplay: decodeFlag(record['flashAutoPlay']),
  };
}

function decodeResolutions(value: unknown, source: VideoSource): Resolution[] {
  const files: unknown[] = Array.isArray(value) ? value : [];
  return files.filter(isObject).map((file) => ({
    width: atLeastZero(file['width']) || undefined,
    height: atLeastZero(file['height']) || undefined,
    // The documents say bits, but the numbers of their example only make sense as bytes.
    sizeBytes: atLeastZero(file['fileSize']),
    clarity: clarityFromCode(readNumber(file['clarity']), source),
    device: DEVICE[source][(readNumber(file['serverType']) ?? NaN) + 1] ?? 'unknown',
  }));
}
