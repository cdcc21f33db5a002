import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {postgresFilters} from './postgres-filters.js';

/** The channel for notifications of changes. */
export const CHANNEL = 'video_changes';

/**
 * The duration in a serialized record: a number or a text. A pattern, because PostgreSQL cannot parse JSON with zero
 * characters.
 */
const DURATION = String.raw`"videoDuration":"?\s*(\d{1,12}(?:\.\d+)?)`;

/** SQL of PostgreSQL. */
export const postgresDialect: SqlDialect = {
  filters: postgresFilters,
  sorts: {
    // Sorted by bytes as in SQLite, independent of the locale of the database.
    name: sql`name COLLATE "C"`,
    duration: sql`coalesce(substring(record from ${sql.lit(DURATION)})::DOUBLE PRECISION, 0)`,
  },
  idList: sql<string>`string_agg(id::TEXT, ',')`,
  locked: (query) => query.forUpdate(),
  // The clock of the server, because the clocks of the clients differ.
  nowMs: () => sql<number>`(extract(epoch FROM clock_timestamp()) * 1000)::BIGINT`,
  announce: async (db) => {
    // Sent at commit, once for each transaction.
    await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(db);
  },
};
