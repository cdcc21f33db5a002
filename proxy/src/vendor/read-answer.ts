import {textDecoderFor} from '../../../src/wire/charset.js';
import {readEnvelope, readVideoListData, SUCCESS_CODE} from '../../../src/wire/envelope.js';
import {isObject, type JsonObject} from '../../../src/wire/fields.js';
import {isNestedDeeperThan} from '../../../src/wire/nesting.js';
import {parseJson} from '../../../src/wire/parse-json.js';
import type {Mask} from '../mask-secrets.js';
import {MAX_RECORD_LEVELS} from '../util/record-limits.js';
import {GATEWAY_STATUSES, VendorError} from './vendor-error.js';

/** Maximum size of an answer in bytes. 50 records with all fields have about 60 kB. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Maximum length of the vendor's message in an error, in characters. */
const MAX_MESSAGE_LENGTH = 200;

/** HTTP status for too many calls, also `code` of an envelope with another status. */
const TOO_MANY_CALLS = 429;

/** Pause in seconds after "too many calls" without `Retry-After`. */
const DEFAULT_RETRY_AFTER_SECONDS = 30;

/** Maximum pause in seconds, because a wrong `Retry-After` would stop all processes that share the store. */
const MAX_RETRY_AFTER_SECONDS = 3_600;

/** Levels of objects and arrays around a record. */
const LEVELS_AROUND = 3;

/** A successful answer. */
export interface ReadAnswer {
  readonly envelope: JsonObject;
  /** Characters of its text. */
  readonly length: number;
}

/**
 * Reads and checks the vendor's answer.
 *
 * @param mask - Removes secrets from the vendor's message.
 * @throws {VendorError} for every other answer.
 */
export async function readAnswer(response: Response, mask: Mask): Promise<ReadAnswer> {
  const {status: upstreamStatus, ok} = response;
  const text = await readText(response);
  const {json} = parseJson(text);
  const envelope = readEnvelope(json);
  if (upstreamStatus === TOO_MANY_CALLS || envelope?.code === TOO_MANY_CALLS) {
    throw tooManyCalls(response.headers.get('retry-after'));
  }
  if (envelope && envelope.code !== SUCCESS_CODE && !GATEWAY_STATUSES.includes(upstreamStatus)) {
    const {code: vendorCode} = envelope;
    // Mask before shortening, because a part of a key is not recognized.
    const said = mask(envelope.message).slice(0, MAX_MESSAGE_LENGTH);
    const message = `The vendor answers with error ${vendorCode}: ${said}`;
    throw new VendorError('vendor', message, {vendorCode, upstreamStatus});
  }
  if (!ok) {
    const message = `The vendor answers with HTTP status ${upstreamStatus}.`;
    throw new VendorError('http', message, {upstreamStatus});
  }
  if (!envelope || !isObject(json)) throw noEnvelope(json, upstreamStatus);
  return {envelope: withoutDeepRecords(json), length: text.length};
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = textDecoderFor(response.headers.get('content-type'));
  let text = '';
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw new VendorError('not-json', `The vendor answers with over ${MAX_ANSWER_BYTES} bytes.`, {
        upstreamStatus: response.status,
      });
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** The answer without records whose depth would overflow the stack of `JSON.stringify`. */
function withoutDeepRecords(envelope: JsonObject): JsonObject {
  if (!isNestedDeeperThan(envelope, MAX_RECORD_LEVELS)) return envelope;
  const {data} = envelope;
  const list = readVideoListData(data)?.records ?? [];
  const videoListInfo = list.filter((record) => !isNestedDeeperThan(record, MAX_RECORD_LEVELS));
  const rest = {...envelope, data: {...(isObject(data) && data), videoListInfo}};
  if (!isNestedDeeperThan(rest, MAX_RECORD_LEVELS + LEVELS_AROUND)) return rest;
  throw new VendorError('not-json', 'The vendor answers with JSON that is nested too deep.');
}

/** Whether a successful answer contains data. One without data is passed on, but does not replace an older one with data. */
export function hasData({envelope}: Pick<ReadAnswer, 'envelope'>, isList: boolean): boolean {
  const data = envelope['data'];
  return isList ? readVideoListData(data) !== undefined : isObject(data);
}

function noEnvelope(json: unknown, upstreamStatus: number): VendorError {
  const what = json === undefined ? 'incomplete JSON, or none' : 'JSON without a "code"';
  return new VendorError('not-json', `The vendor answers with ${what}.`, {upstreamStatus});
}

function tooManyCalls(retryAfter: string | null): VendorError {
  const seconds = Math.ceil(Number(retryAfter ?? NaN));
  return new VendorError('rate-limited', 'The vendor reports that its limit of calls is reached.', {
    upstreamStatus: TOO_MANY_CALLS,
    retryAfterSeconds:
      seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS) : DEFAULT_RETRY_AFTER_SECONDS,
  });
}
