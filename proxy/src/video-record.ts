import {isObject, readText, type JsonObject} from '../../src/wire/fields.js';
import {isNestedDeeperThan} from '../../src/wire/nesting.js';
import {MAX_ID_LENGTH, MAX_RECORD_LEVELS} from './util/record-limits.js';

/** Maximum length of a record as JSON in characters. A real one has about a thousand. */
const MAX_RECORD_LENGTH = 65_536;

/** An entry of `videoListInfo` that can be stored: an object with a valid `videoId`. */
export type VideoRecord = JsonObject;

/** Why an entry of `videoListInfo` cannot be stored; undefined if it can. */
export function recordFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'not an object';
  const videoId = readText(value['videoId']);
  if (videoId === undefined) return 'videoId is missing';
  if (videoId.length > MAX_ID_LENGTH) return 'videoId is too long';
  if (videoId.includes('\0')) return 'videoId has a zero character';
  if (isNestedDeeperThan(value, MAX_RECORD_LEVELS)) return 'nested too deep';
  if (JSON.stringify(value).length > MAX_RECORD_LENGTH) return 'too large';
  return undefined;
}
