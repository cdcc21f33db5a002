import type {InStatement} from '@libsql/client';
import type {ListFilter} from './list-filter.js';

/** Where a page lies in a list of videos. */
export interface PagePosition {
  readonly newestFirst: boolean;
  /** Videos before it. */
  readonly offset: number;
  /** Videos on it. */
  readonly limit: number;
}

/** Reads the sequence number of the last change. */
export const LAST_SEQUENCE = 'SELECT coalesce(max(sequence), 0) AS sequence FROM videos';

/** Counts the videos. */
export function countStatement({from, where, args}: ListFilter): InStatement {
  return {sql: `SELECT count(*) AS total FROM ${from} ${where}`, args: [...args]};
}

/** Counts up to a limit, for those who only want to know whether there are many. */
export function fewStatement({from, where, args}: ListFilter, limit: number): InStatement {
  const some = `SELECT 1 FROM ${from} ${where} LIMIT ?`;
  return {sql: `SELECT count(*) AS total FROM (${some})`, args: [...args, limit]};
}

/** Reads the records of a page. Its rows are found in an index first; no other record is touched. */
export function pageStatement(filter: ListFilter, position: PagePosition): InStatement {
  const {from, where, args} = filter;
  const way = position.newestFirst ? 'DESC' : 'ASC';
  return {
    sql: `SELECT record FROM (
        SELECT id AS page_id FROM ${from} ${where}
        ORDER BY created_ms ${way}, video_id ${way} LIMIT ? OFFSET ?
      ) CROSS JOIN videos ON id = page_id ORDER BY created_ms ${way}, video_id ${way}`,
    args: [...args, position.limit, position.offset],
  };
}

/** Gathers the ids of all videos, oldest first, as one text: a row each would take ten times as long. */
export function idsStatement({from, where, args}: ListFilter): InStatement {
  const ordered = `SELECT id FROM ${from} ${where} ORDER BY created_ms, video_id`;
  return {
    sql: `SELECT count(*) AS total, group_concat(id) AS ids FROM (${ordered})`,
    args: [...args],
  };
}

/** Reads records by their ids, in any order. */
export function recordsStatement(ids: readonly number[]): InStatement {
  const places = ids.map(() => '?').join(', ');
  return {sql: `SELECT id, record FROM videos WHERE id IN (${places})`, args: [...ids]};
}

/**
 * The same page, counted from whichever end of the list is nearer: what lies before a page has to be
 * walked past. Its records then come in the opposite order.
 */
export function fromNearerEnd(position: PagePosition, total: number): PagePosition {
  const {newestFirst, offset} = position;
  const limit = Math.max(Math.min(position.limit, total - offset), 0);
  const behind = total - offset - limit;
  return behind < offset
    ? {newestFirst: !newestFirst, offset: Math.max(behind, 0), limit}
    : {newestFirst, offset, limit};
}
