import type {Engine} from './engine.js';
import {filePath} from './sqlite/file-path.js';

/** How to reach a database. */
export interface DatabaseOptions {
  /**
   * `file:` and a path for a SQLite file on this machine, which is created if it is missing; `file::memory:` for a database
   * in memory; `postgres://…` for a PostgreSQL server.
   */
  readonly url: string;
  /**
   * Time limit in milliseconds for an answer of a server, or for the lock of a file. A statement on a file may run five
   * times as long. Default: 1,200.
   */
  readonly timeoutMs?: number | undefined;
  /** Maximum number of connections to a server. Default: 10. */
  readonly maxConnections?: number | undefined;
  /** Receives a line for the operator about each problem; never a password. Default: none. */
  readonly log?: ((line: string) => void) | undefined;
}

/** Short enough that the proxy answers within two seconds, even on a busy machine. */
const TIMEOUT_MS = 1_200;

const MAX_CONNECTIONS = 10;

/** Opens a database and creates its tables. Only the driver that is needed is imported. */
export async function openEngine(options: DatabaseOptions): Promise<Engine> {
  const {url, timeoutMs = TIMEOUT_MS, maxConnections = MAX_CONNECTIONS, log = () => {}} = options;
  if (url.startsWith('file:')) {
    const {openSqliteEngine} = await import('./sqlite/sqlite-engine.js');
    return openSqliteEngine(filePath(url), timeoutMs);
  }
  if (/^postgres(ql)?:/.test(url)) {
    const {openPostgresEngine} = await import('./postgres/postgres-engine.js');
    return openPostgresEngine({url, timeoutMs, maxConnections, log});
  }
  throw new TypeError('The address of a store begins with file: or postgres:.');
}
