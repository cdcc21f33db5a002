import {sql, type Insertable, type RawBuilder, type Transaction} from 'kysely';
import type {VideoRecord} from '../video-record.js';
import type {StoredChange} from '../video-store.js';
import type {SqlDialect} from './engine.js';
import {readRecord} from './list-reader.js';
import {categoryList, readCategories, recordColumns, type RecordColumns} from './record-columns.js';
import type {Tables, VideosTable} from './tables.js';

/** A record, and where it comes from. */
export interface Delivered {
  readonly record: VideoRecord;
  /** Whether it was read from a list, which says less than a callback. */
  readonly isFromList: boolean;
}

/** A record on its way into the store. */
interface Delivery extends Delivered {
  /** Its place among all that are written together. */
  readonly index: number;
  readonly text: string;
  readonly columns: RecordColumns;
}

/** A change, and which record made it. */
export interface WrittenChange {
  readonly index: number;
  readonly result: StoredChange;
}

/** What the store has of a video. */
type Kept = Pick<VideosTable, 'video_id' | 'updated_ms' | 'created_ms' | 'categories' | 'record'>;

/** A delivery that is to be kept, and what it takes the place of. */
interface Winner extends Delivery {
  readonly kept: Kept | undefined;
  readonly sequence: number;
}

/**
 * Keeps records: the newer `updateTime` wins; among equal ones the last to arrive, unless it says the
 * same. All writers wait for the row of the sequence first, so that what is read here cannot change,
 * and nobody ever sees a later number before an earlier one.
 *
 * @returns what changed, in the order of the numbers, and the places of these records.
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

/** Records in groups, in their order, in each of which a video is there once. */
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

/** What a list says on top of what is known; undefined when that is nothing new. */
function merged(delivery: Delivery, kept: Kept): Delivery | undefined {
  const now = Date.now();
  const known = readRecord(kept.record);
  const record = {...known, ...delivery.record};
  const columns = recordColumns(record, now);
  // The same value may be written as a number in one place, and as a text in the other.
  if (JSON.stringify(columns) === JSON.stringify(recordColumns(known, now))) return undefined;
  return {...delivery, record, columns, text: JSON.stringify(record)};
}

function isNewer({text, columns}: Delivery, kept: Kept | undefined): boolean {
  if (!kept) return true;
  if (text === kept.record) return false;
  return columns.isFromFuture || columns.updatedMs >= kept.updated_ms;
}

/** @returns the ids of the videos by their `videoId`. */
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
    // A time that cannot be right does not keep out those that come later.
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

/** Files what is new, or filed in another way than before, under its categories. */
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

/** Keys in the table of categories, as rows of values. */
function entriesOf({created_ms, video_id, categories}: Kept): RawBuilder<unknown>[] {
  return readCategories(categories).map(
    // PostgreSQL takes a value in such a row for a text, unless it is told otherwise.
    (category) => sql`(${category}, CAST(${created_ms} AS BIGINT), ${video_id})`,
  );
}
