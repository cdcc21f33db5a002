import {readNumber, readText, type JsonObject} from '../../../src/wire/fields.js';
import {parseTimestamp} from '../../../src/wire/timestamp.js';
import {splitNames} from '../list-query.js';

/** Columns that a record is filtered and sorted by. */
export interface RecordColumns {
  readonly videoId: string;
  /** Folded for searching, see `foldName`. */
  readonly name: string;
  readonly createdMs: number;
  /** Decides which of two deliveries of one video is newer. */
  readonly updatedMs: number;
  /** Whether its `updateTime` is wrong, because it is more than a day in the future. `updatedMs` is then the next best time. */
  readonly isFromFuture: boolean;
  readonly createUser: string | null;
  readonly videoState: number | null;
  readonly transcodeState: number | null;
  /** Names, without duplicates. */
  readonly categories: readonly string[];
}

/** Milliseconds that a time may be in the future, because clocks and time zones differ. */
const MAX_AHEAD_MS = 24 * 60 * 60_000;

/** The greatest time of a `Date`. */
const LAST_TIME_MS = 8.64e15;

/** The greatest value of a state column. The vendor's greatest value is 5. */
const MAX_STATE = 32_767;

/** Number of characters that distinguish users and categories, because index entries are limited. */
const MAX_KEY_LENGTH = 255;

/**
 * Reads the columns from a record. A missing time is replaced by the next best one, or by 1970.
 *
 * @param nowMs - Present time, to detect times in the future.
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
 * A name for searching: without case, and with full-width letters as plain ones. Zero characters are removed: SQLite would
 * stop at one, and PostgreSQL refuses it.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('\0', ' ');
}

/** The name of a user or a category, as stored in the index. */
export function textKey(name: string): string {
  return name.replaceAll('\0', ' ').slice(0, MAX_KEY_LENGTH);
}

/**
 * Names as a JSON array that begins and ends with an empty name, so that each name has a comma on both sides. A name
 * contains no comma, so a list contains a name if it contains `categoryMark(name)`.
 */
export function categoryList(names: readonly string[]): string {
  return JSON.stringify(['', ...names, '']);
}

/** The text that a list of `categoryList` contains if it has the name. */
export function categoryMark(name: string): string {
  return `,${JSON.stringify(name)},`;
}

/** Parses the result of `categoryList`. */
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

/** A whole number; null for anything else. */
function readState(value: unknown): number | null {
  const state = readNumber(value);
  return state !== undefined && Number.isInteger(state) && Math.abs(state) <= MAX_STATE
    ? state
    : null;
}
