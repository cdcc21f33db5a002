import {sql, type RawBuilder} from 'kysely';
import type {Sort} from '../list-query.js';
import type {SqlDialect} from './engine.js';
import type {ListFilter} from './list-filter.js';

/** Position of a page in a list. */
export interface PagePosition {
  readonly newestFirst: boolean;
  /** Number of videos before it. */
  readonly offset: number;
  /** Maximum number of videos on it. */
  readonly limit: number;
}

/** A row of a query, with the number of the last change at that moment. Without a result, the other columns are null. */
export type AsOf<Row> = {readonly sequence: number} & {
  readonly [Column in keyof Row]: Row[Column] | null;
};

/**
 * Reads rows and the number of the last change at the same moment. There is always at least one row.
 *
 * @param rows - A query.
 * @param order - `ORDER BY` of the rows, whose alias is `found`.
 */
export function asOf<Row>(
  rows: RawBuilder<Row>,
  order: RawBuilder<unknown> = sql``,
): RawBuilder<AsOf<Row>> {
  return sql`SELECT counters.value AS sequence, found.* FROM counters LEFT JOIN (${rows}) AS found
    ON counters.name = 'sequence' WHERE counters.name = 'sequence' ${order}`;
}

/** Counts the videos. */
export function countVideos({from, where}: ListFilter): RawBuilder<{total: number}> {
  return sql`SELECT count(*) AS total FROM ${from} ${where}`;
}

/** Counts up to a limit, to find out whether there are many. */
export function countUpTo(limit: number, {from, where}: ListFilter): RawBuilder<{total: number}> {
  return sql`SELECT count(*) AS total FROM (SELECT 1 FROM ${from} ${where} LIMIT ${limit}) AS some`;
}

/** Reads the records of a page. Its ids are found in an index first, so that no other record is read. */
export function pageOfRecords(
  {from, where}: ListFilter,
  {newestFirst, limit, offset}: PagePosition,
): RawBuilder<AsOf<{record: string}>> {
  const way = newestFirst ? sql`DESC` : sql`ASC`;
  return asOf(
    sql<{record: string}>`SELECT record, created_ms, video_id FROM (
      SELECT id AS page_id FROM ${from} ${where}
      ORDER BY created_ms ${way}, video_id ${way} LIMIT ${limit} OFFSET ${offset}
    ) AS page CROSS JOIN videos WHERE id = page_id`,
    sql`ORDER BY found.created_ms ${way}, found.video_id ${way}`,
  );
}

/**
 * Reads the ids of all videos in ascending order, oldest first, as one text. A row for each id would take ten times as
 * long.
 *
 * @param sortBy - If set, `filter` must be one of `unordered`. Default: creation time.
 */
export function idsOf(
  {from, where}: ListFilter,
  {sorts, idList}: SqlDialect,
  sortBy?: Sort,
): RawBuilder<{total: number; ids: string}> {
  const first = sortBy ? sql`${sorts[sortBy]}, ` : sql``;
  return sql`SELECT count(*) AS total, ${idList} AS ids
    FROM (SELECT id FROM ${from} ${where} ORDER BY ${first}created_ms, video_id) AS ordered`;
}

/** Finds the row id of a video. */
export function idOfVideo(videoId: string): RawBuilder<{id: number}> {
  return sql`SELECT id FROM videos WHERE video_id = ${videoId}`;
}

/** Reads records by their ids, in any order. */
export function recordsOf(ids: readonly number[]): RawBuilder<{id: number; record: string}> {
  // `IN ()` is not valid SQL.
  const isOne = ids.length > 0 ? sql`id IN (${sql.join(ids)})` : sql`FALSE`;
  return sql`SELECT id, record FROM videos WHERE ${isOne}`;
}

/**
 * The same page, counted from the nearer end of the list, because the database has to skip all rows before a page. From the
 * other end, the records come in reverse order.
 */
export function fromNearerEnd(position: PagePosition, total: number): PagePosition {
  const {newestFirst, offset} = position;
  const limit = Math.max(Math.min(position.limit, total - offset), 0);
  const behind = total - offset - limit;
  return behind < offset
    ? {newestFirst: !newestFirst, offset: Math.max(behind, 0), limit}
    : {newestFirst, offset, limit};
}
