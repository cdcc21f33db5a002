import {ACCOUNT_ZONE} from '../../src/wire/timestamp.js';
import type {ListQuery} from './list-query.js';
import {Database, type DatabaseOptions} from './store/database.js';
import {ListReader, readRecord, textOf, type StoredPage} from './store/list-reader.js';
import {LAST_SEQUENCE} from './store/list-statements.js';
import {SCHEMA} from './store/schema.js';
import {upsertStatement} from './store/upsert-statement.js';
import type {VideoRecord} from './video-record.js';

export type {StoredPage};

/** A record as it was kept, and the number of that change. */
export interface StoredChange {
  /** Greater than that of every earlier change of any video. */
  readonly sequence: number;
  readonly record: VideoRecord;
}

/** Keeps the videos that upload callbacks told of. Any number of processes may share one database. */
export interface VideoStore {
  /**
   * Keeps records by `videoId`; the newer `updateTime` wins, so repeated and late deliveries do no
   * harm. Each record must have passed `recordFault`.
   *
   * @returns what really changed, once it is durably stored.
   */
  upsert(records: readonly VideoRecord[]): Promise<StoredChange[]>;
  /** One page by the vendor's filters and order. */
  list(query: ListQuery): Promise<StoredPage>;
  /** Later changes, oldest first; of a video that changed again only the last one. */
  changesSince(sequence: number, limit: number): Promise<StoredChange[]>;
  /** Number of the last change; 0 when there is none. */
  lastSequence(): Promise<number>;
  /** Names of the categories in use, in alphabetical order. */
  categories(): Promise<string[]>;
  /** Lets go of the database. */
  close(): void;
}

/** How to open a store. */
export interface VideoStoreOptions extends DatabaseOptions {
  /** Time zone in which `startTime` and `endTime` are meant. Default: `+08:00`, the vendor's. */
  readonly timeZone?: string | undefined;
}

/** Records per transaction: other processes get their turn in between. */
const UPSERT_BATCH = 100;

/** Finds the next category after each, instead of reading every entry to find the few names. */
const CATEGORIES = `
  WITH RECURSIVE names(name) AS (
    SELECT min(category) FROM video_categories
    UNION ALL
    SELECT (SELECT min(category) FROM video_categories WHERE category > name)
      FROM names WHERE name IS NOT NULL
  )
  SELECT name FROM names WHERE name IS NOT NULL`;

const CHANGES = 'SELECT sequence, record FROM videos WHERE sequence > ? ORDER BY sequence LIMIT ?';

/** Opens the store, and sets its tables up where they are missing. */
export async function openVideoStore(options: VideoStoreOptions): Promise<VideoStore> {
  return new SqlVideoStore(await Database.open(options, SCHEMA), options.timeZone ?? ACCOUNT_ZONE);
}

class SqlVideoStore implements VideoStore {
  readonly #database: Database;
  readonly #lists: ListReader;

  constructor(database: Database, zone: string) {
    this.#database = database;
    this.#lists = new ListReader(database, zone);
  }

  async upsert(records: readonly VideoRecord[]): Promise<StoredChange[]> {
    const changes: StoredChange[] = [];
    for (let from = 0; from < records.length; from += UPSERT_BATCH) {
      const some = records.slice(from, from + UPSERT_BATCH);
      const results = await this.#database.write(some.map(upsertStatement));
      results.forEach(({rows: [row]}, index) => {
        const record = some[index];
        if (row && record) changes.push({sequence: Number(row['sequence']), record});
      });
    }
    return changes;
  }

  list(query: ListQuery): Promise<StoredPage> {
    return this.#lists.read(query);
  }

  async changesSince(sequence: number, limit: number): Promise<StoredChange[]> {
    const {rows} = await this.#database.read({sql: CHANGES, args: [sequence, limit]});
    return rows.map((row) => ({sequence: Number(row['sequence']), record: readRecord(row)}));
  }

  async lastSequence(): Promise<number> {
    const {rows} = await this.#database.read(LAST_SEQUENCE);
    return Number(rows[0]?.['sequence']);
  }

  async categories(): Promise<string[]> {
    const {rows} = await this.#database.read(CATEGORIES);
    return rows.map((row) => textOf(row['name']));
  }

  close(): void {
    this.#database.close();
  }
}
