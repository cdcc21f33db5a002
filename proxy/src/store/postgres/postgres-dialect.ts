import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {postgresFilters} from './postgres-filters.js';

/** The channel on which processes tell each other that something changed. */
export const CHANNEL = 'video_changes';

/** The duration in a record as `JSON.stringify` has written it: a number or a text. PostgreSQL reads no JSON with zero characters. */
const DURATION = String.raw`"videoDuration":"?\s*(\d{1,12}(?:\.\d+)?)`;

/** What PostgreSQL says in its own way. */
export const postgresDialect: SqlDialect = {
  filters: postgresFilters,
  sorts: {
    // By their bytes, as in SQLite, whatever the language of the database.
    name: sql`name COLLATE "C"`,
    duration: sql`coalesce(substring(record from ${sql.lit(DURATION)})::DOUBLE PRECISION, 0)`,
  },
  idList: sql<string>`string_agg(id::TEXT, ',')`,
  locked: (query) => query.forUpdate(),
  // The server's clock: those of the machines that ask it differ.
  nowMs: () => sql<number>`(extract(epoch FROM clock_timestamp()) * 1000)::BIGINT`,
  announce: async (db) => {
    // Told when the transaction is committed, and once however many videos changed.
    await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(db);
  },
};
