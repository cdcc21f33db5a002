import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {sqliteFilters} from './sqlite-filters.js';

/** What SQLite says in its own way. */
export const sqliteDialect: SqlDialect = {
  filters: sqliteFilters,
  // There is one writer at a time.
  locked: (query) => query,
  // Who shares a file shares a machine.
  nowMs: (localMs) => sql<number>`${localMs}`,
};
