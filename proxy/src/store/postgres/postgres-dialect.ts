import {sql} from 'kysely';
import type {SqlDialect} from '../engine.js';
import {postgresFilters} from './postgres-filters.js';

/** The channel on which processes tell each other that something changed. */
export const CHANNEL = 'video_changes';

/** What PostgreSQL says in its own way. */
export const postgresDialect: SqlDialect = {
  filters: postgresFilters,
  locked: (query) => query.forUpdate(),
  // The server's clock: those of the machines that ask it differ.
  nowMs: () => sql<number>`(extract(epoch FROM clock_timestamp()) * 1000)::BIGINT`,
  announce: async (db) => {
    // Told when the transaction is committed, and once however many videos changed.
    await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(db);
  },
};
