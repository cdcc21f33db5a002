import {Kysely, type Transaction} from 'kysely';
import type {Engine} from '../engine.js';
import type {Tables} from '../tables.js';
import {sqliteDialect} from './sqlite-dialect.js';
import {threadDialect} from './sqlite-driver.js';
import {setUpTables} from './sqlite-setup.js';
import {SqliteThread, type ThreadOptions} from './sqlite-thread.js';

/** Number of read-only threads. */
const READERS = 2;

/** Interval of checkpoints in milliseconds, which move the write-ahead log into the file. */
const CHECKPOINT_MS = 10_000;

/**
 * First statements of a connection. WAL allows reads during a write. FULL writes every commit to the disk before it is
 * reported; it is explicit because builds of SQLite have different defaults.
 */
const SETTINGS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA cache_size = -65536',
  'PRAGMA mmap_size = 1073741824',
];

/** Opens a file; creates it and its folder if they are missing. `:memory:` for a database in memory. */
export async function openSqliteEngine(path: string, timeoutMs: number): Promise<Engine> {
  const isMemory = path === ':memory:';
  if (!isMemory) await makeFolder(path);
  const options = {path, settings: isMemory ? [] : SETTINGS, timeoutMs};
  const writer = await SqliteThread.open(options);
  try {
    await setUpTables(writer);
    const readers = isMemory ? [] : await openReaders(options);
    return new SqliteEngine(writer, readers);
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** One thread writes, the others read. A database in memory has one thread only. */
class SqliteEngine implements Engine {
  readonly dialect = sqliteDialect;
  readonly #writer: SqliteThread;
  readonly #readers: readonly SqliteThread[];
  readonly #writes: Kysely<Tables>;
  readonly #reads: Kysely<Tables>;
  readonly #timer: ReturnType<typeof setInterval>;
  #hasWritten = false;

  constructor(writer: SqliteThread, readers: readonly SqliteThread[]) {
    this.#writer = writer;
    this.#readers = readers;
    this.#writes = new Kysely({dialect: threadDialect([writer], 'exclusive')});
    this.#reads =
      readers.length > 0 ? new Kysely({dialect: threadDialect(readers, 'shared')}) : this.#writes;
    this.#timer = setInterval(() => void this.#checkpoint(), CHECKPOINT_MS);
    this.#timer.unref();
  }

  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return work(this.#reads);
  }

  async write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    const result = await this.#writes.transaction().execute(work);
    this.#hasWritten = true;
    return result;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#readers.map((reader) => reader.close()));
    // Closing the driver leaves everything in the write-ahead log (libsql 0.5.29).
    await this.#writer.run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
    await this.#writer.close();
  }

  /** Does not wait for running queries. What they need is moved by the next checkpoint. */
  async #checkpoint(): Promise<void> {
    if (!this.#hasWritten) return;
    this.#hasWritten = false;
    // An error will appear again at the next statement.
    await this.#writer.run('PRAGMA wal_checkpoint(PASSIVE)').catch(() => {});
  }
}

async function makeFolder(path: string): Promise<void> {
  const [{mkdir}, paths] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  await mkdir(paths.dirname(path), {recursive: true});
}

function openReaders(options: ThreadOptions): Promise<SqliteThread[]> {
  return Promise.all(Array.from({length: READERS}, () => SqliteThread.open(options)));
}
