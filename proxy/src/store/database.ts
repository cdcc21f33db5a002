import type {Client, InStatement, ResultSet} from '@libsql/client';

/** How to reach a database. */
export interface DatabaseOptions {
  /**
   * `file:` and a path for a file on this machine, which is made if it is missing; `libsql:`, `https:`
   * or `wss:` for a server or a distributed database; `file::memory:` for one that is gone when closed.
   */
  readonly url: string;
  /** What a server wants to see. */
  readonly authToken?: string | undefined;
}

/**
 * Milliseconds SQLite waits for another process's write, which takes a few. Nothing else runs in this
 * process meanwhile.
 */
const BUSY_TIMEOUT_MS = 1_000;

/** Milliseconds after which a call is given up that other processes do not let through. */
const BUSY_DEADLINE_MS = 10_000;

/**
 * What a file is opened with. WAL lets readers go on during a write; FULL has every commit on the disk
 * before it is reported, and is said aloud because builds of SQLite differ in their default.
 */
const FILE_SETTINGS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA cache_size = -65536',
  'PRAGMA mmap_size = 1073741824',
];

/** A connection to a database that speaks SQLite's language, whatever is behind it. */
export class Database {
  readonly #client: Client;
  readonly #settings: readonly string[];
  #isClosed = false;

  private constructor(client: Client, settings: readonly string[]) {
    this.#client = client;
    this.#settings = settings;
  }

  /** Connects, and runs statements that may be repeated to set the tables up. */
  static async open(options: DatabaseOptions, schema: readonly string[]): Promise<Database> {
    const isFile = options.url.startsWith('file:');
    const client = isFile ? await openFile(options.url) : await openRemote(options);
    const database = new Database(client, isFile ? FILE_SETTINGS : []);
    try {
      await database.#patiently(() => database.#applySettings());
      await database.write([...schema]);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  }

  /** Runs one statement that changes nothing. */
  read(statement: InStatement): Promise<ResultSet> {
    return this.#patiently(() => this.#client.execute(statement));
  }

  /** Runs statements that change nothing, in one go and on one state of the data. */
  readAll(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#patiently(() => this.#client.batch(statements, 'read'));
  }

  /** Runs statements all or none; they are on the disk when this resolves. */
  write(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#patiently(() => this.#client.batch(statements, 'write'));
  }

  /** Lets go of the database. */
  close(): void {
    this.#isClosed = true;
    this.#client.close();
  }

  async #applySettings(): Promise<void> {
    for (const setting of this.#settings) await this.#client.execute(setting);
  }

  /** Tries again while another process holds the lock, at uneven intervals so that they take turns. */
  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + BUSY_DEADLINE_MS;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (this.#isClosed || !isBusy(error) || Date.now() > deadline) throw error;
        await this.#reconnect();
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
      }
    }
  }

  /**
   * The driver does not reset a statement that was turned away by a lock (libsql 0.5.29). It goes on
   * holding an old state of the data, and with it its connection could never write again.
   */
  async #reconnect(): Promise<void> {
    this.#client.reconnect();
    await this.#applySettings().catch(() => {});
  }
}

/**
 * The client is fetched when it is needed: who opens no store loads no driver, and who opens a remote
 * one loads nothing native.
 */
async function openFile(url: string): Promise<Client> {
  const [{createClient}, {mkdir}, paths] = await Promise.all([
    import('@libsql/client'),
    import('node:fs/promises'),
    import('node:path'),
  ]);
  const path = filePath(url);
  if (path) await mkdir(paths.dirname(path), {recursive: true});
  // One connection: the settings belong to a connection, and calls of this driver never overlap.
  return createClient({url, concurrency: 1, timeout: BUSY_TIMEOUT_MS});
}

async function openRemote({url, authToken}: DatabaseOptions): Promise<Client> {
  const {createClient} = await import('@libsql/client/web');
  return createClient({url, authToken});
}

/** The path in a `file:` address; undefined for a database in memory. */
function filePath(url: string): string | undefined {
  const path = url.replace(/^file:(\/\/(localhost)?(?=\/))?/, '').replace(/\?.*$/, '');
  return path.startsWith(':memory:') ? undefined : decodeURIComponent(path);
}

/** Turned away by a lock, or by another call's reconnecting. */
function isBusy(error: unknown): boolean {
  const {code} = (error ?? {}) as {code?: unknown};
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED' || code === 'CLIENT_CLOSED';
}
