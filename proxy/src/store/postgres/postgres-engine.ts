import {Kysely, PostgresDialect, sql, type Transaction} from 'kysely';
import {setTimeout as sleep} from 'node:timers/promises';
import {systemClock} from '../../vendor/clock.js';
import {settledWithin} from '../../vendor/time-limit.js';
import type {Engine} from '../engine.js';
import {StoreError} from '../store-error.js';
import type {Tables} from '../tables.js';
import {ChangeListener} from './change-listener.js';
import {GuardedPool} from './guarded-pool.js';
import {parseAddress, type Address} from './hosts.js';
import {postgresDialect} from './postgres-dialect.js';
import {mayPass, postgresError} from './postgres-error.js';
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

/** Average pause between two attempts in milliseconds. */
const PAUSE_MS = 100;

/** Time limit for creating tables in milliseconds. An index on a large table takes minutes. */
const SETUP_MS = 10 * 60_000;

/** Key of an advisory lock. Any number, the same in every process. */
const SETUP_LOCK = 4_190_821_501;

/** Connections for writing only, so that callbacks do not wait behind lists. */
const WRITERS = 2;

/** Connects, and creates missing tables. */
export async function openPostgresEngine(options: PostgresOptions): Promise<Engine> {
  const address = parseAddress(options.url);
  const maxReaders = Math.max(1, options.maxConnections - WRITERS);
  const engine = new PostgresEngine(address, options, {
    reads: await openDatabase(address, {...options, maxConnections: maxReaders}),
    writes: await openDatabase(address, {...options, maxConnections: WRITERS}),
  });
  try {
    await setUp(address, options);
    return engine;
  } catch (error) {
    await engine.close();
    throw postgresError(error, whereIs(address));
  }
}

class PostgresEngine implements Engine {
  readonly dialect = postgresDialect;
  readonly #reads: Kysely<Tables>;
  readonly #writes: Kysely<Tables>;
  readonly #where: string;
  readonly #timeoutMs: number;
  readonly #listener: ChangeListener;
  #isClosed = false;

  constructor(
    address: Address,
    options: PostgresOptions,
    {reads, writes}: Readonly<Record<'reads' | 'writes', Kysely<Tables>>>,
  ) {
    this.#reads = reads;
    this.#writes = writes;
    this.#where = whereIs(address);
    this.#timeoutMs = options.timeoutMs;
    this.#listener = new ChangeListener({address, ...options});
  }

  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#patiently(() => work(this.#reads));
  }

  write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#patiently(() => this.#writes.transaction().execute(work));
  }

  listen(onChange: () => void): () => void {
    return this.#listener.add(onChange);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#listener.close();
    await Promise.all([this.#reads.destroy(), this.#writes.destroy()]);
  }

  /** Retries on another connection within the time limit. All work can safely run twice. */
  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.#timeoutMs;
    for (;;) {
      try {
        return await this.#inTime(deadline, attempt());
      } catch (error) {
        const pauseMs = PAUSE_MS * (0.5 + Math.random());
        const isLate = performance.now() + pauseMs > deadline;
        if (this.#isClosed || isLate || !mayPass(error)) throw postgresError(error, this.#where);
        await sleep(pauseMs);
      }
    }
  }

  /** Time limit for several statements together, and for waiting for a connection. Single statements have their own limit. */
  #inTime<T>(deadline: number, result: Promise<T>): Promise<T> {
    const tooLate = () =>
      new StoreError('timeout', `${this.#where} does not answer within ${this.#timeoutMs} ms.`);
    return settledWithin(systemClock, deadline - performance.now(), result, tooLate);
  }
}

async function openDatabase(address: Address, options: PostgresOptions): Promise<Kysely<Tables>> {
  const pool = await GuardedPool.open({address, ...options});
  return new Kysely({dialect: new PostgresDialect({pool})});
}

/** On a separate connection with a longer time limit. One process at a time. */
async function setUp(address: Address, options: PostgresOptions): Promise<void> {
  const db = await openDatabase(address, {...options, timeoutMs: SETUP_MS, maxConnections: 1});
  try {
    await connected(db, options.timeoutMs);
    await db.transaction().execute(async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`.execute(transaction);
      for (const statement of SCHEMA) await sql.raw(statement).execute(transaction);
    });
    await setUpTrigrams(db, options.log);
  } finally {
    await db.destroy();
  }
}

/** Waits for the first answer of the server with the usual time limit, so that an unreachable server is reported at once. */
async function connected(db: Kysely<Tables>, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  const tooLate = () =>
    new StoreError('timeout', `The database does not answer within ${timeoutMs} ms.`);
  for (;;) {
    try {
      await settledWithin(systemClock, timeoutMs, sql`SELECT 1`.execute(db), tooLate);
      return;
    } catch (error) {
      if (performance.now() > deadline || !mayPass(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** Without the extension, searching names is slower, with the same results. */
async function setUpTrigrams(db: Kysely<Tables>, log: (line: string) => void): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`.execute(transaction);
      for (const statement of TRIGRAMS) await sql.raw(statement).execute(transaction);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(`store: names are searched without an index, because pg_trgm cannot be used: ${reason}`);
  }
}

/** The hosts of an address, for messages: without user and password. */
function whereIs({hosts}: Address): string {
  return `PostgreSQL at ${hosts.map(({host, port}) => `${host}:${port}`).join(', ')}`;
}
