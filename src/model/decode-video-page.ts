import type {Capabilities} from '../wire/capabilities.js';
import {readEnvelope, readVideoListData, SUCCESS_CODE, type VideoSource} from '../wire/envelope.js';
import {oneLine} from '../wire/one-line.js';
import {decodeVideo} from './decode-video.js';
import type {Video} from './video.js';

/** Maximum length of the vendor's message, in characters. */
const MAX_MESSAGE_LENGTH = 200;

/** A record that is not shown. */
export interface SkippedRecord {
  /** Index on the result page, from 0. */
  readonly index: number;
  /** Why it is not shown. */
  readonly reason: 'not-a-record' | 'duplicate';
}

/** One result page. */
export interface VideoPage {
  /** The videos of the page, in order. */
  readonly videos: readonly Video[];
  /** Records that are not shown. */
  readonly skipped: readonly SkippedRecord[];
  /** Number of records in the response, including skipped ones. */
  readonly recordCount: number;
  /** Number of records in the whole list, if the proxy knows it. At least `recordCount`. */
  readonly total?: number | undefined;
  /** Number of records on this page, as the vendor counts it; it can differ from `recordCount`. */
  readonly videoTotal?: number | undefined;
  /** Maximum number of records on a page, if the response contains it. */
  readonly pageSize?: number | undefined;
  /** Functions of the proxy besides listing videos, if the response contains them. */
  readonly capabilities?: Capabilities | undefined;
}

/** Why an answer is not a result page. */
export interface PageFault {
  /** The error of the answer, or what it lacks, in a few words. */
  readonly fault: string;
  /** The vendor's error code, if the envelope reports an error. */
  readonly vendorCode?: number;
  /** The vendor's message, on one line; often in Chinese. */
  readonly vendorMessage?: string;
}

/** How to decode a result page. */
export interface DecodeOptions {
  /** The vendor's document that the answer follows. Default: `source` of the envelope, otherwise `callback`. */
  readonly source?: VideoSource | undefined;
  /** Base address for relative cover addresses. */
  readonly baseUrl?: string | undefined;
}

/** Decodes the vendor's envelope into a page of videos. A bad record is skipped; the others are kept. */
export function decodeVideoPage(json: unknown, options: DecodeOptions = {}): VideoPage | PageFault {
  const envelope = readEnvelope(json);
  if (!envelope) return {fault: 'no envelope: "code" is missing'};
  const {code: vendorCode} = envelope;
  if (vendorCode !== SUCCESS_CODE) {
    const vendorMessage = oneLine(envelope.message, MAX_MESSAGE_LENGTH);
    return {fault: `error ${vendorCode}: ${vendorMessage}`, vendorCode, vendorMessage};
  }
  const list = readVideoListData(envelope.data);
  if (!list) return {fault: 'no envelope: "data.videoListInfo" is missing'};
  const isFromList = (options.source ?? envelope.source) === 'getVideoList';
  const source = isFromList ? 'getVideoList' : 'callback';
  const {records, ...counts} = list;
  const videos = new Map<string, Video>();
  const skipped: SkippedRecord[] = [];
  records.forEach((record, index) => {
    const video = decodeVideo(record, {source, baseUrl: options.baseUrl, covers: envelope.covers});
    if (!video) skipped.push({index, reason: 'not-a-record'});
    else if (videos.has(video.id)) skipped.push({index, reason: 'duplicate'});
    else videos.set(video.id, video);
  });
  return {
    videos: [...videos.values()],
    skipped,
    recordCount: records.length,
    ...counts,
    pageSize: envelope.pageSize ?? list.pageSize,
    capabilities: envelope.capabilities,
  };
}
