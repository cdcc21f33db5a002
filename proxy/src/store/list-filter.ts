import {parseTimestamp} from '../../../src/wire/timestamp.js';
import {splitNames, type ListQuery} from '../list-query.js';
import {categoryMark, foldName} from './record-columns.js';

/** A value in an SQL statement. */
export type Value = string | number;

/** The videos a query asks for, whatever the page, as parts of an SQL statement. */
export interface ListFilter {
  /** What to read, with the index to use where SQLite by itself would take a slower way. */
  readonly from: string;
  /** Conditions that all hold; empty for every video. */
  readonly where: string;
  readonly args: readonly Value[];
  /** Whether an index has the videos in the order of the list, with nothing in between. */
  readonly isIndexed: boolean;
}

/** One condition, the places of its values marked by `?`. */
interface Condition {
  readonly sql: string;
  readonly args: readonly Value[];
  /** Whether it is more than one value, so that no index has its videos in order. */
  readonly isList?: boolean;
}

/** Walking along this index answers any mixture of filters without reading a record. */
const ALONG_THE_LIST = 'videos INDEXED BY videos_by_creation';

/** From the names to the videos, never the other way round. */
const BY_NAME = 'video_names CROSS JOIN videos ON videos.id = video_names.rowid';

/** Characters the trigram index needs to find something. */
const TRIGRAM_LENGTH = 3;

/**
 * Reads the vendor's filters.
 *
 * @param zone - Time zone of the account's times, such as `+08:00`.
 */
export function listFilter(query: ListQuery, zone: string): ListFilter {
  const {equal, created, categories, name} = readConditions(query, zone);
  const all = [...equal, ...created, ...filedUnder(categories), ...nameContains(name)];
  const others = all.length - created.length;
  if (others === 1 && categories.length === 1) {
    return filter('video_categories', [{sql: 'category = ?', args: categories}, ...created]);
  }
  const isSingle = others === 0 || (others === 1 && equal.length === 1 && !equal[0]?.isList);
  if (isSingle || query.videoId !== undefined) return filter('videos', all);
  return {...filter(ALONG_THE_LIST, all), isIndexed: false};
}

/** The same videos, gathered by their names: quicker when few match. */
export function rareNameFilter(query: ListQuery, zone: string): ListFilter {
  const {equal, created, categories, name} = readConditions(query, zone);
  return filter(BY_NAME, [nameMatches(name), ...equal, ...created, ...filedUnder(categories)]);
}

/** All videos with the name, whatever else is asked; undefined when the trigram index is of no use. */
export function matchingNames(query: ListQuery): ListFilter | undefined {
  const name = foldName(query.videoName ?? '');
  const canMatch = [...name].length >= TRIGRAM_LENGTH;
  return canMatch ? filter('video_names', [nameMatches(name)]) : undefined;
}

function readConditions(query: ListQuery, zone: string) {
  return {
    equal: equalities(query),
    created: creationTimes(query, zone),
    categories: splitNames(query.videoClassification),
    name: foldName(query.videoName ?? ''),
  };
}

function equalities(query: ListQuery): Condition[] {
  const {videoId, videoStatus, transcodeState} = query;
  // A request counts 0 as enabled; the callbacks that are kept here count 1 as available.
  const videoState = videoStatus === undefined ? undefined : 1 - videoStatus;
  const users = splitNames(query.createUser);
  return [
    ...when(videoId, 'video_id = ?'),
    ...when(videoState, 'video_state = ?'),
    ...when(transcodeState, 'transcode_state = ?'),
    ...(users.length === 1 ? [{sql: 'create_user = ?', args: users}] : []),
    ...(users.length > 1
      ? [{sql: `create_user IN (${places(users)})`, args: users, isList: true}]
      : []),
  ];
}

/** Both ends count. The last second counts as a whole: times of records may have milliseconds. */
function creationTimes({startTime, endTime}: ListQuery, zone: string): Condition[] {
  const end = parseTimestamp(endTime, zone);
  return [
    ...when(parseTimestamp(startTime, zone), 'created_ms >= ?'),
    ...when(end === undefined ? end : end + 1000, 'created_ms < ?'),
  ];
}

function filedUnder(categories: readonly string[]): Condition[] {
  if (categories.length === 0) return [];
  // LIKE would take capitals for small letters, and twice the time.
  const any = categories.map(() => 'instr(categories, ?)').join(' OR ');
  return [{sql: `(${any})`, args: categories.map(categoryMark)}];
}

/** LIKE is quicker here than `instr`; that it knows no capitals is no matter, since names are folded. */
function nameContains(name: string): Condition[] {
  if (name === '') return [];
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  return [{sql: `name LIKE ? ESCAPE '\\'`, args: [pattern]}];
}

function nameMatches(name: string): Condition {
  return {sql: 'video_names MATCH ?', args: [`"${name.replaceAll('"', '""')}"`]};
}

function when(value: Value | undefined, sql: string): Condition[] {
  return value === undefined ? [] : [{sql, args: [value]}];
}

function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function filter(from: string, conditions: readonly Condition[]): ListFilter {
  const where = conditions.map(({sql}) => sql).join(' AND ');
  return {
    from,
    where: where && `WHERE ${where}`,
    args: conditions.flatMap(({args}) => args),
    isIndexed: true,
  };
}
