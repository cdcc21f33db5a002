import {sql, type Insertable, type RawBuilder, type Transaction} from 'kysely';
import type {VideoRecord} from '../video-record.js';
import type {StoredChange} from '../video-store.js';
import type {SqlDialect} from './engine.js';
import {readRecord} from './list-reader.js';
import {categoryList, readCategories, recordColumns, type RecordColumns} from './record-columns.js';
import type {Tables, VideosTable} from './tables.js';

/** A record and its origin. */
export interface Delivered {
  readonly record: VideoRecord;
  /** Whether it comes from a list, which has fewer fields than a callback. */
  readonly isFromList: boolean;
}

/** A record to be written. */
interface Delivery extends Delivered {
  /** Index among all records that are written together. */
  readonly index: number;
  readonly text: string;
  readonly columns: RecordColumns;
}

/** A change, and the index of its record. */
export interface WrittenChange {
  readonly index: number;
  readonly result: StoredChange;
}

/** The stored columns of a video. */
type Kept = Pick<VideosTable, 'video_id' | 'updated_ms' | 'created_ms' | 'categories' | 'record'>;

/** A delivery to be stored, and the row that it replaces. */
interface Winner extends Delivery {
  readonly kept: Kept | undefined;
  readonly sequence: number;
}

/**
 * Stores records. The newer `updateTime` wins; if they are equal, the last to arrive, unless it is identical. All writers
 * lock the row of the sequence first, so that the rows that are read here cannot change, and numbers become visible in
 * their order.
 *
 * @returns The changes in the order of their numbers, with the indexes of their records.
 */
export async function writeRecords(
  db: Transaction<Tables>,
  dialect: SqlDialect,
  delivered: readonly Delivered[],
): Promise<WrittenChange[]> {
  const changes: WrittenChange[] = [];
  const last = await lockSequence(db, dialect);
  for (const deliveries of withoutRepetitions(delivered)) {
    const winners = await winnersOf(db, deliveries, last + changes.length);
    if (winners.length === 0) continue;
    await fileUnderCategories(db, winners, await keep(db, winners));
    for (const {index, sequence, record} of winners) {
      changes.push({index, result: {sequence, record}});
    }
  }
  if (changes.length === 0) return [];
  const value = last + changes.length;
  await db.updateTable('counters').set({value}).where('name', '=', 'sequence').execute();
  await dialect.announce?.(db);
  return changes;
}

async function lockSequence(db: Transaction<Tables>, dialect: SqlDialect): Promise<number> {
  const query = db.selectFrom('counters').select('value').where('name', '=', 'sequence');
  return (await dialect.locked(query).executeTakeFirstOrThrow()).value;
}

/** Splits records into groups, in order, so that each group has a video at most once. */
function withoutRepetitions(delivered: readonly Delivered[]): Delivery[][] {
  const now = Date.now();
  const groups: Map<string, Delivery>[] = [];
  delivered.forEach(({record, isFromList}, index) => {
    const columns = recordColumns(record, now);
    const {videoId} = columns;
    const after = groups.findLastIndex((group) => group.has(videoId));
    const group = groups[after + 1] ?? new Map<string, Delivery>();
    const text = JSON.stringify(record);
    groups[after + 1] = group.set(videoId, {index, record, isFromList, text, columns});
  });
  return groups.map((group) => [...group.values()]);
}

async function winnersOf(
  db: Transaction<Tables>,
  deliveries: readonly Delivery[],
  sequence: number,
): Promise<Winner[]> {
  const rows = await db
    .selectFrom('videos')
    .select(['video_id', 'updated_ms', 'created_ms', 'categories', 'record'])
    .where(
      'video_id',
      'in',
      deliveries.map(({columns}) => columns.videoId),
    )
    .execute();
  const kept = new Map<string, Kept>(rows.map((row) => [row.video_id, row]));
  const winners: Winner[] = [];
  for (const delivery of deliveries) {
    const before = kept.get(delivery.columns.videoId);
    const winner = before && delivery.isFromList ? merged(delivery, before) : delivery;
    if (!winner || !isNewer(winner, before)) continue;
    winners.push({...winner, kept: before, sequence: sequence + winners.length + 1});
  }
  return winners;
}

/** Merges a record of a list into the stored record; undefined if nothing changes. */
function merged(delivery: Delivery, kept: Kept): Delivery | undefined {
  const now = Date.now();
  const known = readRecord(kept.record);
  const record = {...known, ...delivery.record};
  const columns = recordColumns(record, now);
  // The same value may be a number in one record and a text in the other.
  if (JSON.stringify(columns) === JSON.stringify(recordColumns(known, now))) return undefined;
  return {...delivery, record, columns, text: JSON.stringify(record)};
}

function isNewer({text, columns}: Delivery, kept: Kept | undefined): boolean {
  if (!kept) return true;
  if (text === kept.record) return false;
  return columns.isFromFuture || columns.updatedMs >= kept.updated_ms;
}

/** @returns Row ids by `videoId`. */
async function keep(
  db: Transaction<Tables>,
  winners: readonly Winner[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .insertInto('videos')
    .values(winners.map(rowOf))
    .onConflict((conflict) =>
      conflict.column('video_id').doUpdateSet((row) => ({
        sequence: row.ref('excluded.sequence'),
        updated_ms: row.ref('excluded.updated_ms'),
        created_ms: row.ref('excluded.created_ms'),
        name: row.ref('excluded.name'),
        create_user: row.ref('excluded.create_user'),
        video_state: row.ref('excluded.video_state'),
        transcode_state: row.ref('excluded.transcode_state'),
        categories: row.ref('excluded.categories'),
        record: row.ref('excluded.record'),
      })),
    )
    .returning(['id', 'video_id'])
    .execute();
  return new Map(rows.map(({id, video_id}) => [video_id, id]));
}

function rowOf({sequence, text, columns, kept}: Winner): Insertable<VideosTable> {
  const {updatedMs, isFromFuture} = columns;
  return {
    sequence,
    video_id: columns.videoId,
    // A wrong time in the future must not block later updates.
    updated_ms: isFromFuture ? Math.max(updatedMs, kept?.updated_ms ?? 0) : updatedMs,
    created_ms: columns.createdMs,
    name: columns.name,
    create_user: columns.createUser,
    video_state: columns.videoState,
    transcode_state: columns.transcodeState,
    categories: categoryList(columns.categories),
    record: text,
  };
}

/** Updates the category rows of videos that are new or whose categories have changed. */
async function fileUnderCategories(
  db: Transaction<Tables>,
  winners: readonly Winner[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const moved = winners.filter(hasMoved);
  const before = moved.flatMap(({kept}) => (kept ? entriesOf(kept) : []));
  if (before.length > 0) {
    await sql`DELETE FROM video_categories
      WHERE (category, created_ms, video_id) IN (VALUES ${sql.join(before)})`.execute(db);
  }
  const rows = moved.flatMap(({columns: {categories, createdMs, videoId}}) => {
    const rest = {created_ms: createdMs, video_id: videoId, id: ids.get(videoId) ?? 0};
    return categories.map((category) => ({category, ...rest}));
  });
  if (rows.length > 0) await db.insertInto('video_categories').values(rows).execute();
}

function hasMoved({kept, columns: {createdMs, categories}}: Winner): boolean {
  return kept?.created_ms !== createdMs || kept.categories !== categoryList(categories);
}

/** Rows for the table of categories. */
function entriesOf({created_ms, video_id, categories}: Kept): RawBuilder<unknown>[] {
  return readCategories(categories).map(
    // PostgreSQL treats such a value as text without a cast.
    (category) => sql`(${category}, CAST(${created_ms} AS BIGINT), ${video_id})`,
  );
}
