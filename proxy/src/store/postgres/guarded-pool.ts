import type {PostgresPool, PostgresPoolClient} from 'kysely';
import type pgModule from 'pg';
import type {Client, ClientBase, Pool, PoolClient, QueryResult} from 'pg';
import {StoreError} from '../store-error.js';
import type {Address, Host} from './hosts.js';
import {isConnectionError} from './postgres-error.js';

/** Type of the `pg` module, which is imported when a server is opened. */
type PgModule = typeof pgModule;

/** Options of a pool. */
export interface PoolOptions {
  readonly address: Address;
  /** Time limit in milliseconds for connecting, and for each statement. */
  readonly timeoutMs: number;
  /**
   * Whether a connection pooler such as PgBouncer is in front, and does not pass on the time limits of connections to the
   * server. Each transaction then sets its own.
   */
  readonly isPooled: boolean;
  /** Maximum number of connections. */
  readonly maxConnections: number;
  readonly log: (line: string) => void;
}

/** Type id of 64-bit integers, which the client returns as text. All of ours are below 2^53. */
const INT8 = 20;

/** The client waits this factor longer than the time limit of the server. */
const GRACE = 1.1;

/** Routine in the warning of the server that a commit has not waited for the replica. The statement itself reports success. */
const REPLICATION_ROUTINE = 'SyncRepWaitForLSN';

/**
 * Connections to the primary among several hosts. A connection with an unexpected error is not used again: after a
 * fail-over it may lead to a server that is gone or read-only.
 */
export class GuardedPool implements PostgresPool {
  readonly #pool: Pool;

  private constructor(pool: Pool) {
    this.#pool = pool;
  }

  static async open(options: PoolOptions): Promise<GuardedPool> {
    const {default: pg} = await import('pg');
    const {address, timeoutMs, maxConnections, log} = options;
    const config = {
      ...clientConfig(pg, options),
      max: maxConnections,
      connectionTimeoutMillis: timeoutMs,
      Client: clientForHosts(pg.Client, address.hosts),
      // A connection to a replica is closed, and the next one goes to the next host.
      onConnect: refuseReplicas,
    };
    const pool = new pg.Pool(config);
    // Without a listener, an error of an idle connection would end the process.
    pool.on('error', (error) => log(`store: a connection is lost: ${error.message}`));
    return new GuardedPool(pool);
  }

  async connect(): Promise<PostgresPoolClient> {
    return guarded(await this.#pool.connect());
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }
}

/** Time limits of the server in milliseconds, by the names of its settings. */
export function serverLimits(timeoutMs: number) {
  return {
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs * 2,
  };
}

/** Options of every connection. */
export function clientConfig(
  pg: PgModule,
  {address, timeoutMs, isPooled}: Pick<PoolOptions, 'address' | 'timeoutMs' | 'isPooled'>,
) {
  return {
    connectionString: address.url,
    application_name: 'cloud-vod-gallery',
    keepAlive: true,
    ...(!isPooled && serverLimits(timeoutMs)),
    // For a server that does not end statements in time.
    query_timeout: Math.round(timeoutMs * GRACE),
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : (pg.types.getTypeParser(type, format) as unknown),
    },
  };
}

/** A client class whose new connections go to the host after the last one that failed. */
export function clientForHosts(
  PgClient: typeof Client,
  hosts: readonly [Host, ...Host[]],
): typeof Client {
  if (hosts.length === 1) return PgClient;
  let index = 0;
  return class extends PgClient {
    constructor(config?: ConstructorParameters<typeof Client>[0]) {
      super(config);
      const {host, port} = hosts[index % hosts.length]!;
      Object.assign(this, {host, port});
      const mine = index;
      // Several connections may fail together. All of them must switch to the same next host.
      this.once('end', () => {
        if (index === mine) index += 1;
      });
    }
  };
}

/** Throws if the server is read-only. */
export async function refuseReplicas(client: ClientBase): Promise<void> {
  const {rows} = await client.query<{is: boolean}>('SELECT pg_is_in_recovery() AS is');
  if (rows[0]?.is) throw new StoreError('unavailable', 'The server is a replica.');
}

/** A connection that is removed from the pool after an unexpected error. */
function guarded(client: PoolClient): PostgresPoolClient {
  let isBroken = false;
  let isUnreplicated = false;
  const onNotice = (notice: {routine?: string | undefined}) => {
    isUnreplicated ||= notice.routine === REPLICATION_ROUTINE;
  };
  const onError = () => (isBroken = true);
  client.on('notice', onNotice);
  client.on('error', onError);

  const query = async <R>(text: string, parameters: readonly unknown[]) => {
    isUnreplicated = false;
    try {
      const result: QueryResult = await client.query(text, [...parameters]);
      if (isUnreplicated) throw notReplicated();
      return result as unknown as R;
    } catch (error) {
      isBroken ||= isConnectionError(error) || isTimeout(error);
      throw error;
    }
  };
  const release = () => {
    client.off('notice', onNotice);
    client.off('error', onError);
    client.release(isBroken);
  };
  return {query, release} as unknown as PostgresPoolClient;
}

/** The client has stopped waiting, but the result may still arrive on the connection. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

function notReplicated(): StoreError {
  return new StoreError(
    'not-replicated',
    'What was written is on the primary, but was not confirmed by the replica in time.',
  );
}
