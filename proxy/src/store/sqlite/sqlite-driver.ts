import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type {SqliteThread} from './sqlite-thread.js';

/** How connections are used: by one caller at a time, or by several. */
export type Sharing = 'exclusive' | 'shared';

/** SQLite in threads, for Kysely. */
export function threadDialect(threads: readonly SqliteThread[], sharing: Sharing): Dialect {
  return {
    createDriver: () => (sharing === 'exclusive' ? new OneByOne(threads) : new LeastBusy(threads)),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class ThreadConnection implements DatabaseConnection {
  readonly thread: SqliteThread;

  constructor(thread: SqliteThread) {
    this.thread = thread;
  }

  async executeQuery<R>({sql, parameters}: CompiledQuery): Promise<QueryResult<R>> {
    return {rows: (await this.thread.run(sql, parameters)) as R[]};
  }

  streamQuery(): never {
    throw new Error('Streaming is not supported.');
  }
}

/** For single statements: each goes to the thread with the shortest queue. */
class LeastBusy implements Driver {
  readonly connections: readonly ThreadConnection[];

  constructor(threads: readonly SqliteThread[]) {
    this.connections = threads.map((thread) => new ThreadConnection(thread));
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    const leastBusy = this.connections.reduce((least, other) =>
      other.thread.busyness < least.thread.busyness ? other : least,
    );
    return Promise.resolve(leastBusy);
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('This connection is for reading.'));
  }

  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  /** Threads are closed by the code that has opened them. */
  async destroy(): Promise<void> {}
}

/** One caller at a time, in order, so that statements do not get into another caller's transaction. */
class OneByOne extends LeastBusy {
  #last: Promise<void> = Promise.resolve();
  #release = () => {};

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return super.acquireConnection();
  }

  override releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  /** Takes the write lock at once. A transaction that starts with a read could fail at its first write. */
  override async beginTransaction(connection?: DatabaseConnection): Promise<void> {
    await threadOf(connection).run('begin immediate');
  }

  override async commitTransaction(connection?: DatabaseConnection): Promise<void> {
    await threadOf(connection).run('commit');
  }

  override async rollbackTransaction(connection?: DatabaseConnection): Promise<void> {
    // SQLite may already have rolled back, and a thread that hangs does it later.
    await threadOf(connection)
      .run('rollback')
      .catch(() => {});
  }
}

function threadOf(connection: DatabaseConnection | undefined): SqliteThread {
  if (connection instanceof ThreadConnection) return connection.thread;
  throw new TypeError('This is not a connection of this driver.');
}
