import {sql} from 'kysely';
import type {Engine} from './engine.js';

/** Milliseconds for which the counts of a window are kept. */
const KEEP_MS = 10 * 60_000;

/** Adds points of clients to a window of time, for all processes; returns the sums. */
export async function addRequestCounts(
  engine: Engine,
  windowStartMs: number,
  points: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  // In one order everywhere, so that no two processes wait for each other.
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
