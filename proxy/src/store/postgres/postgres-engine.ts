import {Kysely, PostgresDialect, sql, type Transaction} from 'kysely';
import {setTimeout as sleep} from 'node:timers/promises';
import {systemClock} from '../../util/clock.js';
import {settledWithin} from '../../util/time-limit.js';
import type {Engine} from '../engine.js';
import {StoreError} from '../store-error.js';
import type {Tables} from '../tables.js';
import {ChangeListener} from './change-listener.js';
import {GuardedPool, serverLimits, type PoolOptions} from './guarded-pool.js';
import {parseAddress, type Address} from './hosts.js';
import {postgresDialect} from './postgres-dialect.js';
import {isRefusedParameter, isTemporary, postgresError} from './postgres-error.js';
import {SCHEMA, TRIGRAMS} from './postgres-schema.js';

/** Options of a server. */
export interface PostgresOptions {
  readonly url: string;
  /** Time limit of each call in milliseconds. */
  readonly timeoutMs: number;
  /** Maximum number of connections of a process. One more is for notifications. */
  readonly maxConnections: number;
  readonly log: (line: string) => void;
}

/** The same, and what is known of the server. */
type ServerOptions = PostgresOptions & Pick<PoolOptions, 'isPooled'>;

/** Average pause between two attempts in milliseconds. */
const PAUSE_MS = 100;

/** Time limit for creating tables in milliseconds. An index on a large table takes minutes. */
const SETUP_MS = 10 * 60_000;

/** Key of an advisory lock. Any number, the same in every process. */
const SETUP_LOCK = 4_190_821_501;

/** Line in the log. */
const POOLED =
  'store: a connection pooler is in front of PostgreSQL: each transaction sets its time limits, and changes of other processes are noticed within a second';

/** Connections for writing only, so that callbacks do not wait behind lists. */
const WRITERS = 2;

/** Connects, and creates missing tables. */
export async function openPostgresEngine(options: PostgresOptions): Promise<Engine> {
  const address = parseAddress(options.url);
  const maxReaders = Math.max(1, options.maxConnections - WRITERS);
  try {
    const server = {...options, isPooled: await setUp(address, options)};
    return new PostgresEngine(address, server, {
      reads: await openDatabase(address, {...server, maxConnections: maxReaders}),
      writes: await openDatabase(address, {...server, maxConnections: WRITERS}),
    });
  } catch (error) {
    throw postgresError(error, whereIs(address));
  }
}

class PostgresEngine implements Engine {
  readonly dialect = postgresDialect;
  readonly #reads: Kysely<Tables>;
  readonly #writes: Kysely<Tables>;
  readonly #where: string;
  readonly #options: ServerOptions;
  readonly #listener: ChangeListener;
  #isClosed = false;

  constructor(
    address: Address,
    options: ServerOptions,
    {reads, writes}: Readonly<Record<'reads' | 'writes', Kysely<Tables>>>,
  ) {
    this.#reads = reads;
    this.#writes = writes;
    this.#where = whereIs(address);
    this.#options = options;
    this.#listener = new ChangeListener({address, ...options});
  }

  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#patiently(() => work(this.#reads));
  }

  write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#patiently(() => inTransaction(this.#writes, this.#options, work));
  }

  listen(onChange: () => void): () => void {
    // Notifications go to one connection of the server, which a pooler gives to another client.
    return this.#options.isPooled ? () => {} : this.#listener.add(onChange);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#listener.close();
    await Promise.all([this.#reads.destroy(), this.#writes.destroy()]);
  }

  /** Retries on another connection within the time limit. All work can safely run twice. */
  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.#options.timeoutMs;
    for (;;) {
      try {
        return await this.#inTime(deadline, attempt());
      } catch (error) {
        const pauseMs = PAUSE_MS * (0.5 + Math.random());
        const isLate = performance.now() + pauseMs > deadline;
        if (this.#isClosed || isLate || !isTemporary(error))
          throw postgresError(error, this.#where);
        await sleep(pauseMs);
      }
    }
  }

  /** Time limit for several statements together, and for waiting for a connection. Single statements have their own limit. */
  #inTime<T>(deadline: number, result: Promise<T>): Promise<T> {
    const {timeoutMs} = this.#options;
    const tooLate = () =>
      new StoreError('timeout', `${this.#where} does not answer within ${timeoutMs} ms.`);
    return settledWithin(systemClock, deadline - performance.now(), result, tooLate);
  }
}

async function openDatabase(address: Address, options: ServerOptions): Promise<Kysely<Tables>> {
  const pool = await GuardedPool.open({address, ...options});
  return new Kysely({dialect: new PostgresDialect({pool})});
}

/**
 * Creates missing tables, on a separate connection with a longer time limit. One process at a time.
 *
 * @returns Whether a connection pooler is in front.
 */
async function setUp(address: Address, options: PostgresOptions): Promise<boolean> {
  const {db, isPooled} = await openForSetUp(address, options, false);
  const limits = {isPooled, timeoutMs: SETUP_MS};
  try {
    await inTransaction(db, limits, async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`.execute(transaction);
      for (const statement of SCHEMA) await sql.raw(statement).execute(transaction);
    });
    await setUpTrigrams(db, limits, options.log);
    return isPooled;
  } finally {
    await db.destroy();
  }
}

async function openForSetUp(
  address: Address,
  options: PostgresOptions,
  isPooled: boolean,
): Promise<{db: Kysely<Tables>; isPooled: boolean}> {
  const own = {...options, timeoutMs: SETUP_MS, maxConnections: 1, isPooled};
  const db = await openDatabase(address, own);
  try {
    const takesLimits = await connected(db, options.timeoutMs);
    if (isPooled || takesLimits) return {db, isPooled};
  } catch (error) {
    await db.destroy();
    throw error;
  }
  await db.destroy();
  options.log(POOLED);
  return openForSetUp(address, options, true);
}

/**
 * Waits for the first answer of the server with the usual time limit, so that an unreachable server is reported at once.
 *
 * @returns Whether the server has the time limits of the connection. A connection pooler refuses or ignores them.
 */
async function connected(db: Kysely<Tables>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  const tooLate = () =>
    new StoreError('timeout', `The database does not answer within ${timeoutMs} ms.`);
  const query = sql<{source: string}>`
    SELECT source FROM pg_settings WHERE name = 'statement_timeout'`;
  for (;;) {
    try {
      const {rows} = await settledWithin(systemClock, timeoutMs, query.execute(db), tooLate);
      return rows[0]?.source === 'client';
    } catch (error) {
      if (isRefusedParameter(error)) return false;
      if (performance.now() > deadline || !isTemporary(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** Without the extension, searching names is slower, with the same results. */
async function setUpTrigrams(
  db: Kysely<Tables>,
  limits: Limits,
  log: (line: string) => void,
): Promise<void> {
  try {
    await inTransaction(db, limits, async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`.execute(transaction);
      for (const statement of TRIGRAMS) await sql.raw(statement).execute(transaction);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(`store: names are searched without an index, because pg_trgm cannot be used: ${reason}`);
  }
}

/** Time limits of a transaction. */
type Limits = Pick<ServerOptions, 'isPooled' | 'timeoutMs'>;

function inTransaction<T>(
  db: Kysely<Tables>,
  {isPooled, timeoutMs}: Limits,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    if (isPooled) await setLimits(transaction, timeoutMs);
    return work(transaction);
  });
}

/** Sets the time limits of the server until the transaction ends. */
async function setLimits(transaction: Transaction<Tables>, timeoutMs: number): Promise<void> {
  const settings = Object.entries(serverLimits(timeoutMs)).map(
    ([name, ms]) => sql`set_config(${name}, ${String(ms)}, true)`,
  );
  await sql`SELECT ${sql.join(settings)}`.execute(transaction);
}

/** The hosts of an address, for messages: without user and password. */
function whereIs({hosts}: Address): string {
  return `PostgreSQL at ${hosts.map(({host, port}) => `${host}:${port}`).join(', ')}`;
}
