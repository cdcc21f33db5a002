import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {sqliteFilters} from './sqlite-filters.js';

/** What SQLite says in its own way. */
export const sqliteDialect: SqlDialect = {
  filters: sqliteFilters,
  sorts: {
    name: sql`name`,
    // What is no number counts as none: 0.
    duration: sql`max(coalesce(CAST(json_extract(record, '$.videoDuration') AS REAL), 0), 0)`,
  },
  idList: sql<string>`group_concat(id)`,
  // There is one writer at a time.
  locked: (query) => query,
  // Who shares a file shares a machine.
  nowMs: (localMs) => sql<number>`${localMs}`,
};
