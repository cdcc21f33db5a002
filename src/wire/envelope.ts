import type {Capabilities} from './capabilities.js';
import {isObject, readCount, readNumber, readText, type JsonObject} from './fields.js';

/** `code` of an envelope that reports success. Errors may come with HTTP status 200 too. */
export const SUCCESS_CODE = 200;

/** Maximum page size of videos (getVideoList). */
export const MAX_PAGE_SIZE = 50;

/** Maximum of `pageIndex * pageSize` (getVideoList). */
export const MAX_LIST_LENGTH = 100_000;

/**
 * Which of the vendor's documents an envelope follows. They disagree on what `videoState`,
 * `clarity` and `serverType` mean.
 */
export type VideoSource = 'callback' | 'getVideoList';

/** The object around every response and every upload callback of the vendor. */
export interface Envelope {
  readonly code: number;
  /** In the language of the vendor's account; often Chinese. */
  readonly message: string;
  readonly data: unknown;
  /** The document that it follows. Only our proxy sends it. */
  readonly source: string | undefined;
  /** The requested page size. Only our proxy sends it. */
  readonly pageSize: number | undefined;
  /** Functions of the proxy besides listing videos. Only our proxy sends it. */
  readonly capabilities?: Capabilities | undefined;
  /** Data about the covers that the proxy has; not validated. Only our proxy sends it. */
  readonly covers?: JsonObject | undefined;
}

/** The `data` of an envelope with a list of videos. */
export interface VideoListData {
  /** Entries of `videoListInfo`, not validated yet. */
  readonly records: readonly unknown[];
  /**
   * Number of records in the whole list (`data.total`). Only our proxy with a store sends it. Undefined if it is wrong: not a
   * whole number, less than the number of records on this page, or greater than that of any list.
   */
  readonly total: number | undefined;
  /** Number of records on this page according to the vendor. If `records` has fewer, some were not sent. */
  readonly videoTotal: number | undefined;
  /** The requested page size, if the response repeats it. */
  readonly pageSize: number | undefined;
}

/** Maximum of `total`. The vendor gives access to 100,000 records; our store may have more. */
const MAX_TOTAL = 10_000_000;

/** Reads an envelope; undefined if the JSON is not the vendor's envelope. */
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

/** Reads the list of records from the `data` of an envelope; undefined if there is no list. */
export function readVideoListData(data: unknown): VideoListData | undefined {
  if (!isObject(data)) return undefined;
  const videoTotal = readCount(data['videoTotal']);
  const records = data['videoListInfo'] ?? (videoTotal === 0 && []);
  if (!Array.isArray(records)) return undefined;
  const total = readCount(data['total'], records.length, MAX_TOTAL);
  return {records, total, videoTotal, pageSize: readCount(data['pageSize'], 1)};
}
