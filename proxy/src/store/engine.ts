import type {Kysely, RawBuilder, SelectQueryBuilder, Transaction} from 'kysely';
import type {Sort} from '../list-query.js';
import type {ListFilters} from './list-filter.js';
import type {Tables} from './tables.js';

/** SQL that differs between the databases. */
export interface SqlDialect {
  readonly filters: ListFilters;
  /** Expressions that `videos` is sorted by. */
  readonly sorts: Readonly<Record<Sort, RawBuilder<unknown>>>;
  /** Aggregate: the ids of all rows as one text, separated by commas. */
  readonly idList: RawBuilder<string>;
  /** Locks the rows of a query until the transaction ends, if the database needs that. */
  locked<T>(
    query: SelectQueryBuilder<Tables, 'counters', T>,
  ): SelectQueryBuilder<Tables, 'counters', T>;
  /**
   * Time in milliseconds since 1970, by a clock that all processes share.
   *
   * @param localMs - The time by the clock of this machine.
   */
  readonly nowMs: (localMs: number) => RawBuilder<number>;
  /** Runs inside a transaction that changes videos. Notifies other processes when it is committed. */
  readonly announce?: ((db: Transaction<Tables>) => Promise<void>) | undefined;
}

/** A database with its tables. Every call ends within a time limit, otherwise with a `StoreError`. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** Runs read-only queries. Each sees a consistent state of the data. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /**
   * Runs a transaction. Only one at a time writes videos. Its changes are durable when the promise resolves.
   *
   * @param work - May run again if the connection is lost.
   */
  write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * Calls `onChange` when another process may have changed something. Calls may be missed, so also check at intervals.
   *
   * @returns A function that ends it.
   */
  listen?(onChange: () => void): () => void;
  /** Closes the database. */
  close(): Promise<void>;
}
