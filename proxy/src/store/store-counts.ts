import {sql} from 'kysely';
import type {Engine} from './engine.js';

/** Milliseconds after which the counts of a window are deleted. */
const KEEP_MS = 10 * 60_000;

/** Adds points of clients to a window of time, and returns the sums of all processes. */
export async function addRequestCounts(
  engine: Engine,
  windowStartMs: number,
  points: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  // Sorted, so that two processes cannot deadlock.
  const rows = [...points]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([client, count]) => sql`(${sql.lit(windowStartMs)}, ${client}, ${sql.lit(count)})`);
  return engine.write(async (db) => {
    await sql`DELETE FROM request_counts WHERE window_ms < ${sql.lit(windowStartMs - KEEP_MS)}`.execute(
      db,
    );
    const {rows: sums} = await sql<{client: string; points: number}>`
      INSERT INTO request_counts (window_ms, client, points) VALUES ${sql.join(rows)}
      ON CONFLICT (window_ms, client) DO UPDATE SET points = request_counts.points + excluded.points
      RETURNING client, points`.execute(db);
    return new Map(sums.map(({client, points: sum}) => [client, sum]));
  });
}
