import type {PostgresPool, PostgresPoolClient} from 'kysely';
import type pgModule from 'pg';
import type {Client, ClientBase, Pool, PoolClient, QueryResult} from 'pg';
import {StoreError} from '../store-error.js';
import type {Address, Host} from './hosts.js';
import {isConnectionError} from './postgres-error.js';

/** The client's module, which is fetched when a server is opened. */
type PgModule = typeof pgModule;

/** How a pool is bounded. */
export interface PoolOptions {
  readonly address: Address;
  /** Milliseconds for a connection, and for each statement. */
  readonly timeoutMs: number;
  /** Connections, at most. */
  readonly maxConnections: number;
  readonly log: (line: string) => void;
}

/** Type of PostgreSQL's 64-bit integers, which the client gives as texts. Ours are all below 2^53. */
const INT8 = 20;

/** Part of the server's own time limit that a connection waits longer before it is given up. */
const GRACE = 1.1;

/**
 * Where the server says that a commit did not wait for the replica: in a warning beside an answer that
 * reports success.
 */
const REPLICATION_ROUTINE = 'SyncRepWaitForLSN';

/**
 * Connections to the primary among some hosts. A connection that fails in any odd way is not used again:
 * after a fail-over each one may lead to a server that is gone, or that takes no writes any more.
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
      // Any other connection is thrown away, and the next one goes to the next host.
      onConnect: refuseReplicas,
    };
    const pool = new pg.Pool(config);
    // Without a listener, a connection that is lost while nobody uses it would end the process.
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

/** What every connection is made with. */
export function clientConfig(
  pg: PgModule,
  {address, timeoutMs}: Pick<PoolOptions, 'address' | 'timeoutMs'>,
) {
  return {
    connectionString: address.url,
    application_name: 'cloud-vod-gallery',
    keepAlive: true,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs * 2,
    // For a server that does not even keep its own limit.
    query_timeout: Math.round(timeoutMs * GRACE),
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : (pg.types.getTypeParser(type, format) as unknown),
    },
  };
}

/** A client whose every new connection goes to the host after the last one that was no good. */
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
      // Several connections may fail together: they all lead to the same next host.
      this.once('end', () => {
        if (index === mine) index += 1;
      });
    }
  };
}

/** Refuses a server that takes no writes. */
export async function refuseReplicas(client: ClientBase): Promise<void> {
  const {rows} = await client.query<{is: boolean}>('SELECT pg_is_in_recovery() AS is');
  if (rows[0]?.is) throw new StoreError('unavailable', 'The server is a replica.');
}

/** A connection that is not given back to the pool when it may be of no use. */
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

/** The client gives up waiting, and what it waited for may still come. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

function notReplicated(): StoreError {
  return new StoreError(
    'not-replicated',
    'What was written is on the primary, but was not confirmed by the replica in time.',
  );
}
