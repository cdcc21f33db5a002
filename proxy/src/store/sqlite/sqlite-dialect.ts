import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {sqliteFilters} from './sqlite-filters.js';

/** SQL of SQLite. */
export const sqliteDialect: SqlDialect = {
  filters: sqliteFilters,
  sorts: {
    name: sql`name`,
    // Anything but a number counts as 0.
    duration: sql`max(coalesce(CAST(json_extract(record, '$.videoDuration') AS REAL), 0), 0)`,
  },
  idList: sql<string>`group_concat(id)`,
  // No row locks are needed, because SQLite has one writer at a time.
  locked: (query) => query,
  // Processes that share a file are on one machine and have one clock.
  nowMs: (localMs) => sql<number>`${localMs}`,
};
