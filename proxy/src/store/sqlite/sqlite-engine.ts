import {Kysely, type Transaction} from 'kysely';
import type {Engine} from '../engine.js';
import type {Tables} from '../tables.js';
import {sqliteDialect} from './sqlite-dialect.js';
import {threadDialect} from './sqlite-driver.js';
import {setUpTables} from './sqlite-setup.js';
import {SqliteThread, type ThreadOptions} from './sqlite-thread.js';

/** Threads that only read. */
const READERS = 2;

/** Milliseconds between two times at which what was written is moved from the log into the file itself. */
const CHECKPOINT_MS = 10_000;

/**
 * What a connection begins with. WAL lets reads continue during a write; FULL has every commit on the disk
 * before it is reported, and is said aloud because builds of SQLite differ in their default.
 */
const SETTINGS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA cache_size = -65536',
  'PRAGMA mmap_size = 1073741824',
];

/** Opens a file, which is made if it is missing, and its folder too; `:memory:` for none. */
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

/** One thread writes, others read. A database in memory has only one. */
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
    // The driver's own closing leaves everything in the log (libsql 0.5.29).
    await this.#writer.run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
    await this.#writer.close();
  }

  /** Waits for nobody: what a query still needs is moved the next time. */
  async #checkpoint(): Promise<void> {
    if (!this.#hasWritten) return;
    this.#hasWritten = false;
    // Whatever is wrong shows with the next call that somebody waits for.
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
