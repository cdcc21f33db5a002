import {readNumber, readText, type JsonObject} from '../../../src/wire/fields.js';
import {parseTimestamp} from '../../../src/wire/timestamp.js';
import {splitNames} from '../list-query.js';

/** What the store finds and orders a record by. */
export interface RecordColumns {
  readonly videoId: string;
  /** Folded, for searching. */
  readonly name: string;
  readonly createdMs: number;
  /** Which of two deliveries of one video is the newer one. */
  readonly updatedMs: number;
  /**
   * Whether its `updateTime` cannot be right, since it is more than a day ahead. `updatedMs` then is the
   * next best time.
   */
  readonly isFromFuture: boolean;
  readonly createUser: string | null;
  readonly videoState: number | null;
  readonly transcodeState: number | null;
  /** Names, without repetitions. */
  readonly categories: readonly string[];
}

/** Milliseconds that a time may be ahead: clocks differ, and so do time zones. */
const MAX_AHEAD_MS = 24 * 60 * 60_000;

/** The last time that a `Date` can be. */
const LAST_TIME_MS = 8.64e15;

/** The greatest of the numbers that a state can be. The vendor has up to 5. */
const MAX_STATE = 32_767;

/** Characters by which users and categories are told apart: an index has no room for more. */
const MAX_KEY_LENGTH = 255;

/**
 * Reads the columns out of a record. A time that is missing is stood in for by the next best one, and
 * by 1970 when there is none.
 *
 * @param nowMs - Milliseconds since 1970: tells which times cannot be right.
 */
export function recordColumns(record: JsonObject, nowMs: number): RecordColumns {
  const created = readTime(record['createTime']);
  const uploaded = readTime(record['uploadTime']);
  const updated = readTime(record['updateTime']);
  const isPossible = (ms: number | undefined) => ms !== undefined && ms <= nowMs + MAX_AHEAD_MS;
  return {
    videoId: readText(record['videoId']) ?? '',
    name: foldName(readText(record['videoName']) ?? ''),
    createdMs: created ?? uploaded ?? updated ?? 0,
    updatedMs: [updated, uploaded, created].find(isPossible) ?? 0,
    isFromFuture: updated !== undefined && !isPossible(updated),
    createUser: keyOf(readText(record['createUser'])),
    videoState: readState(record['videoState']),
    transcodeState: readState(record['transcodeState']),
    categories: [...new Set(splitNames(readText(record['videoClassification'])).map(textKey))],
  };
}

/**
 * A name as it is searched: whatever the case, and full-width letters as plain ones. SQLite would end
 * its search at a zero character, and PostgreSQL refuses one.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('\0', ' ');
}

/** The name of a user or a category, as it is found. */
export function textKey(name: string): string {
  return name.replaceAll('\0', ' ').slice(0, MAX_KEY_LENGTH);
}

/**
 * Names as a JSON array that begins and ends with an empty one, so that each name has a comma on both
 * sides. A name has none itself, so whether it is on the list is a search for `categoryMark(name)`.
 */
export function categoryList(names: readonly string[]): string {
  return JSON.stringify(['', ...names, '']);
}

/** What a list of `categoryList` contains if the name is on it. */
export function categoryMark(name: string): string {
  return `,${JSON.stringify(name)},`;
}

/** The names that `categoryList` was made of. */
export function readCategories(list: string): string[] {
  return (JSON.parse(list) as string[]).filter(Boolean);
}

function keyOf(text: string | undefined): string | null {
  return text === undefined ? null : textKey(text);
}

function readTime(value: unknown): number | undefined {
  const ms = parseTimestamp(readText(value));
  if (ms === undefined || Math.abs(ms) > LAST_TIME_MS) return undefined;
  return Math.trunc(ms);
}

/** A whole number; null for what is none. */
function readState(value: unknown): number | null {
  const state = readNumber(value);
  return state !== undefined && Number.isInteger(state) && Math.abs(state) <= MAX_STATE
    ? state
    : null;
}
