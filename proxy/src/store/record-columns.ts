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
  readonly createUser: string | null;
  readonly videoState: number | null;
  readonly transcodeState: number | null;
  /** See `categoryList`. */
  readonly categories: string;
}

/**
 * Reads the columns out of a record. A time that is missing is stood in for by the next best one, and
 * by 1970 when there is none.
 */
export function recordColumns(record: JsonObject): RecordColumns {
  const created = readTime(record['createTime']);
  const uploaded = readTime(record['uploadTime']);
  const updated = readTime(record['updateTime']);
  return {
    videoId: readText(record['videoId']) ?? '',
    name: foldName(readText(record['videoName']) ?? ''),
    createdMs: created ?? uploaded ?? updated ?? 0,
    updatedMs: updated ?? uploaded ?? created ?? 0,
    createUser: readText(record['createUser']) ?? null,
    videoState: readNumber(record['videoState']) ?? null,
    transcodeState: readNumber(record['transcodeState']) ?? null,
    categories: categoryList(splitNames(readText(record['videoClassification']))),
  };
}

/**
 * A name as it is searched: whatever the case, and full-width letters as plain ones. SQLite would end
 * its search at a zero character.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('\0', ' ');
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

function readTime(value: unknown): number | undefined {
  return parseTimestamp(readText(value));
}
