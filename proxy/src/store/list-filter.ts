import {sql, type RawBuilder} from 'kysely';
import {parseTimestamp} from '../../../src/wire/timestamp.js';
import {splitNames, type ListQuery} from '../list-query.js';
import {foldName, textKey} from './record-columns.js';

/** The videos that are meant, whatever the page. */
export type FilterQuery = Omit<ListQuery, 'pageIndex' | 'pageSize' | 'listOrder'>;

/** The videos a query asks for, whatever the page, as parts of an SQL statement. */
export interface ListFilter {
  /** What it is remembered by. */
  readonly key: string;
  /** What to read, with the index to use where the database by itself would take a slower way. */
  readonly from: RawBuilder<unknown>;
  /** `WHERE` and what follows; empty for every video. */
  readonly where: RawBuilder<unknown>;
  /**
   * Whether pages are read from an index in the order of the list. For others it is worth to gather all
   * ids once.
   */
  readonly isOrdered: boolean;
}

/** How a database is asked for filters. */
export interface ListFilters {
  /** Reads the vendor's filters. */
  all(conditions: Conditions): ListFilter;
  /** The same videos, as rows of `videos` in no order: for lists that are sorted by another column. */
  unordered(conditions: Conditions): ListFilter;
  /** The same videos, gathered by their names: quicker when few match. */
  byName?(conditions: Conditions): ListFilter;
  /** All videos with the name, whatever else is asked; undefined when no index is of use for it. */
  onlyName?(conditions: Conditions): ListFilter | undefined;
}

/** What a query asks for, condition by condition. */
export interface Conditions {
  /** Equal for equal filters. */
  readonly key: string;
  readonly hasVideoId: boolean;
  /** A column has a certain value, or one of a few. */
  readonly equal: readonly EqualCondition[];
  /** By creation time. */
  readonly created: readonly RawBuilder<unknown>[];
  /** Filed under one of these, if there are any. */
  readonly categories: readonly string[];
  /** Part of the name, folded; empty for any name. */
  readonly name: string;
}

/** A column has a certain value, or one of a few: then no index has its videos in order. */
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

/** A filter of conditions that all hold. */
export function filterOf(
  key: string,
  from: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
  isOrdered: boolean,
): ListFilter {
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  return {key, from, where, isOrdered};
}

/** The name contains a text. */
export function nameContains(name: string): RawBuilder<unknown>[] {
  if (name === '') return [];
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  return [sql`name LIKE ${pattern} ESCAPE '\\'`];
}

function equalities(query: FilterQuery): EqualCondition[] {
  const {videoId, videoStatus, transcodeState} = query;
  // A request counts 0 as enabled; the callbacks that are kept here count 1 as available.
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

/** Both ends count. The last second counts as a whole: times of records may have milliseconds. */
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
