import type {Capabilities} from './capabilities.js';
import {isObject, readCount, readNumber, readText, type JsonObject} from './fields.js';

/** `code` of an envelope that reports success. Errors may come with HTTP status 200 too. */
export const SUCCESS_CODE = 200;

/** The most records the vendor puts on one page (getVideoList). */
export const MAX_PAGE_SIZE = 50;

/**
 * Which of the vendor's documents an envelope follows. They disagree on what `videoState`,
 * `clarity` and `serverType` mean.
 */
export type VideoSource = 'callback' | 'getVideoList';

/** The wrapper around every answer and every upload callback of the vendor. */
export interface Envelope {
  readonly code: number;
  /** In the language of the vendor's account; often Chinese. */
  readonly message: string;
  readonly data: unknown;
  /** Which document it follows: said by our proxy only, the vendor's own answers leave it out. */
  readonly source: string | undefined;
  /** Records that a page has at most: what the proxy was asked for, said by our proxy only. */
  readonly pageSize: number | undefined;
  /** What the proxy can do beside listing, said by our proxy only. */
  readonly capabilities?: Capabilities | undefined;
  /** The covers that the proxy has, said by our proxy only; not looked at yet. */
  readonly covers?: JsonObject | undefined;
}

/** The part of an envelope that lists videos. */
export interface VideoListData {
  /** Entries of `videoListInfo`, not looked at yet: each may be anything. */
  readonly records: readonly unknown[];
  /**
   * Number of records in the whole list (`data.total`). Only our proxy's store knows it. Undefined where it cannot be
   * true: no whole number, fewer than the records of this page, or more than any list has.
   */
  readonly total: number | undefined;
  /** Number of records on this page by the vendor's own count. More than `records` has: some were not sent. */
  readonly videoTotal: number | undefined;
  /** Records that a page has at most, where the answer repeats what it was asked for. */
  readonly pageSize: number | undefined;
}

/** More records than any list has. The vendor lets 100,000 be looked through; a store of ours may have more. */
const MAX_TOTAL = 10_000_000;

/** Reads the wrapper; undefined when the JSON is not the vendor's envelope. */
export function readEnvelope(json: unknown): Envelope | undefined {
  if (!isObject(json)) return undefined;
  const code = readNumber(json['code']);
  if (code === undefined) return undefined;
  const {capabilities, covers} = json;
  return {
    code,
    message: readText(json['message']) ?? '',
    data: json['data'],
    source: readText(json['source']),
    pageSize: readCount(json['pageSize'], 1),
    ...(isObject(capabilities) && {capabilities}),
    ...(isObject(covers) && {covers}),
  };
}

/** Reads the list of records out of an envelope's `data`; undefined when there is no list in it. */
export function readVideoListData(data: unknown): VideoListData | undefined {
  if (!isObject(data)) return undefined;
  const videoTotal = readCount(data['videoTotal']);
  const records = data['videoListInfo'] ?? (videoTotal === 0 && []);
  if (!Array.isArray(records)) return undefined;
  const total = readCount(data['total'], records.length, MAX_TOTAL);
  return {records, total, videoTotal, pageSize: readCount(data['pageSize'], 1)};
}
