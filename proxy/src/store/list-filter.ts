import {sql, type RawBuilder} from 'kysely';
import {parseTimestamp} from '../../../src/wire/timestamp.js';
import {splitNames, type ListQuery} from '../list-query.js';
import {foldName, textKey} from './record-columns.js';

/** A query without page and order. */
export type FilterQuery = Omit<ListQuery, 'pageIndex' | 'pageSize' | 'listOrder'>;

/** The filter of a query as parts of an SQL statement. */
export interface ListFilter {
  /** Cache key. */
  readonly key: string;
  /** `FROM` clause, with an index hint where the database would choose a slower plan. */
  readonly from: RawBuilder<unknown>;
  /** `WHERE` and what follows; empty for every video. */
  readonly where: RawBuilder<unknown>;
  /** Whether an index has the rows in the order of the list. For other filters, all ids are read once and cached. */
  readonly isOrdered: boolean;
}

/** Filters in the SQL of a database. */
export interface ListFilters {
  /** Reads the vendor's filters. */
  all(conditions: Conditions): ListFilter;
  /** The same videos as unordered rows of `videos`, for lists that are sorted by another column. */
  unordered(conditions: Conditions): ListFilter;
  /** The same videos, found by their names: faster if few match. */
  byName?(conditions: Conditions): ListFilter;
  /** All videos with the name, without the other conditions; undefined if no index can find it. */
  onlyName?(conditions: Conditions): ListFilter | undefined;
}

/** The conditions of a query. */
export interface Conditions {
  /** Equal for equal filters. */
  readonly key: string;
  readonly hasVideoId: boolean;
  /** Columns that must have a value, or one of a few values. */
  readonly equal: readonly EqualCondition[];
  /** By creation time. */
  readonly created: readonly RawBuilder<unknown>[];
  /** Names of categories, one of which must match; empty for all. */
  readonly categories: readonly string[];
  /** Part of the name, folded (see `foldName`); empty for any name. */
  readonly name: string;
}

/** A column must have a value, or one of a few. With several values, no index has the rows in the order of the list. */
interface EqualCondition {
  readonly sql: RawBuilder<unknown>;
  readonly isList: boolean;
}

/**
 * Reads the vendor's filters.
 *
 * @param zone - Time zone of the account's times, such as `+08:00`.
 */
export function readConditions(query: FilterQuery, zone: string): Conditions {
  return {
    key: keyOf(query),
    hasVideoId: query.videoId !== undefined,
    equal: equalities(query),
    created: creationTimes(query, zone),
    categories: splitNames(query.videoClassification).map(textKey),
    name: foldName(query.videoName ?? ''),
  };
}

/** Combines conditions with AND. */
export function filterOf(
  key: string,
  from: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
  isOrdered: boolean,
): ListFilter {
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  return {key, from, where, isOrdered};
}

/** Condition: the name contains a text. */
export function nameContains(name: string): RawBuilder<unknown>[] {
  if (name === '') return [];
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  return [sql`name LIKE ${pattern} ESCAPE '\\'`];
}

function equalities(query: FilterQuery): EqualCondition[] {
  const {videoId, videoStatus, transcodeState} = query;
  // In a request, 0 is enabled. In callbacks, which the store contains, 1 is available.
  const videoState = videoStatus === undefined ? undefined : 1 - videoStatus;
  const users = splitNames(query.createUser).map(textKey);
  return [
    ...when(videoId === undefined ? undefined : textKey(videoId), (id) => sql`video_id = ${id}`),
    ...when(videoState, (state) => sql`video_state = ${state}`),
    ...when(transcodeState, (state) => sql`transcode_state = ${state}`),
    ...(users.length === 1 ? [{sql: sql`create_user = ${users[0]}`, isList: false}] : []),
    ...(users.length > 1 ? [{sql: sql`create_user IN (${sql.join(users)})`, isList: true}] : []),
  ];
}

/** Both ends are inclusive. The last second counts as a whole, because times of records may have milliseconds. */
function creationTimes({startTime, endTime}: FilterQuery, zone: string): RawBuilder<unknown>[] {
  const start = parseTimestamp(startTime, zone);
  const end = parseTimestamp(endTime, zone);
  return [
    ...(start === undefined ? [] : [sql`created_ms >= ${start}`]),
    ...(end === undefined ? [] : [sql`created_ms < ${end + 1000}`]),
  ];
}

function when<T>(
  value: T | undefined,
  condition: (value: T) => RawBuilder<unknown>,
): EqualCondition[] {
  return value === undefined ? [] : [{sql: condition(value), isList: false}];
}

function keyOf({
  videoId,
  videoName,
  videoStatus,
  transcodeState,
  videoClassification,
  createUser,
  startTime,
  endTime,
}: FilterQuery): string {
  const texts = [videoId, videoName, videoClassification, createUser, startTime, endTime];
  return JSON.stringify([...texts, videoStatus, transcodeState]);
}
