import type {Engine} from './engine.js';
import {filePath} from './sqlite/file-path.js';

/** How to reach a database. */
export interface DatabaseOptions {
  /**
   * `file:` and a path for a SQLite file on this machine, which is made if it is missing;
   * `file::memory:` for one that is gone when closed; `postgres://…` for a PostgreSQL server.
   */
  readonly url: string;
  /**
   * Milliseconds until a server must answer, or a file's lock must be had; a statement on a file may work five
   * times as long. Default: 1,200.
   */
  readonly timeoutMs?: number | undefined;
  /** Connections to a server, at most. Default: 10. */
  readonly maxConnections?: number | undefined;
  /** Takes a line for the operator about each problem; never a password. Default: nobody. */
  readonly log?: ((line: string) => void) | undefined;
}

/** Short enough that who asks the proxy hears of it within two seconds, even if the machine has other work. */
const TIMEOUT_MS = 1_200;

const MAX_CONNECTIONS = 10;

/** Opens a database and sets its tables up. The driver is fetched now, and only the one that is needed. */
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
