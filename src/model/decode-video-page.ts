import {readEnvelope, readVideoListData, SUCCESS_CODE, type VideoSource} from '../wire/envelope.js';
import {oneLine} from '../wire/one-line.js';
import {decodeVideo} from './decode-video.js';
import type {Video} from './video.js';

/** Characters of the vendor's message that are passed on. */
const MAX_MESSAGE_LENGTH = 200;

/** A record that was left out of a page. */
export interface SkippedRecord {
  /** Its place on the page, from 0. */
  readonly index: number;
  readonly reason: 'not-a-record' | 'duplicate';
}

/** One page of the list. */
export interface VideoPage {
  readonly videos: readonly Video[];
  /** Records that could not be shown. */
  readonly skipped: readonly SkippedRecord[];
  /** Number of records that were sent, including those left out. */
  readonly recordCount: number;
  /** Number of records in the whole list, where the proxy knows it. Never less than `recordCount`. */
  readonly total?: number | undefined;
  /** Number of records on this page as the answer counts them, where it does. */
  readonly videoTotal?: number | undefined;
  /** Number of records that a page has at most, where the answer says so. */
  readonly pageSize?: number | undefined;
}

/** Why an answer is no page. */
export interface PageFault {
  /** A few words: what the answer says or lacks. */
  readonly fault: string;
  /** The vendor's error code, where the answer is an envelope that reports an error. */
  readonly vendorCode?: number;
  /** What the vendor says about it, on one line; often in Chinese. */
  readonly vendorMessage?: string;
}

/** How to read a page. */
export interface DecodeOptions {
  /** Which document the answer follows. Default: what the envelope says, else `callback`. */
  readonly source?: VideoSource | undefined;
  /** What relative cover addresses are relative to. */
  readonly baseUrl?: string | undefined;
}

/** Reads the vendor's envelope into a page of videos. A bad record costs that record, nothing else. */
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
    const video = decodeVideo(record, {source, baseUrl: options.baseUrl});
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
  };
}
