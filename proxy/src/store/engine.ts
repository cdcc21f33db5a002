import type {Kysely, RawBuilder, SelectQueryBuilder, Transaction} from 'kysely';
import type {Sort} from '../list-query.js';
import type {ListFilters} from './list-filter.js';
import type {Tables} from './tables.js';

/** What the databases say differently. */
export interface SqlDialect {
  readonly filters: ListFilters;
  /** What rows of `videos` are sorted by. */
  readonly sorts: Readonly<Record<Sort, RawBuilder<unknown>>>;
  /** The ids of all rows as one text, comma separated. */
  readonly idList: RawBuilder<string>;
  /** Locks the rows that a query finds until the transaction ends, where that has to be said. */
  locked<T>(
    query: SelectQueryBuilder<Tables, 'counters', T>,
  ): SelectQueryBuilder<Tables, 'counters', T>;
  /**
   * Milliseconds since 1970, by the one clock that all processes share.
   *
   * @param localMs - What it is by the clock of this machine.
   */
  readonly nowMs: (localMs: number) => RawBuilder<number>;
  /** Run inside a transaction that changes videos: tells other processes when it is committed. */
  readonly announce?: ((db: Transaction<Tables>) => Promise<void>) | undefined;
}

/** A database with the tables in it. Every call ends within a time limit, with a `StoreError` if need be. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** Runs queries that change nothing. Each sees one state of the data. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /**
   * Runs a transaction; only one at a time writes videos. What it did is on the disk when this resolves.
   *
   * @param work - May be run again when the connection is lost.
   */
  write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * Calls back when another process may have changed something. Not every change has to be noticed:
   * who needs them all looks from time to time.
   *
   * @returns what ends it; undefined where nobody tells.
   */
  listen?(onChange: () => void): () => void;
  /** Lets go of the database. */
  close(): Promise<void>;
}
