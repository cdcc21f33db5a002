// @ts-check
/**
 * A connection to a SQLite file, in a separate thread, because the driver blocks during each call: for the disk, locks and
 * long queries. Requests to the proxy must not be blocked.
 *
 * Plain JavaScript, because the TypeScript loader of the tests does not work in threads.
 */
import {statSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';
import Database from 'libsql';

/** @typedef {{id: number, sql: string, parameters: unknown[], patienceMs: number}} Request */

/** @type {{path: string, settings: string[], isMemory: boolean}} */
const {path, settings, isMemory} = workerData;

/** Milliseconds for which the driver itself waits for a lock of another process. */
const BUSY_TIMEOUT_MS = 250;

/** Error code: the file has been replaced or deleted since it was opened. */
const FILE_LOST = 'FILE_LOST';

let database = open();
/** Which files were opened. @type {Map<string, string>} */
const opened = new Map();
rememberFiles();

parentPort?.on('message', (/** @type {Request | 'close'} */ message) => {
  if (message === 'close') return close();
  parentPort?.postMessage(answer(message));
});
parentPort?.postMessage('open');

function open() {
  const connection = new Database(path, {timeout: BUSY_TIMEOUT_MS});
  for (const setting of settings) connection.prepare(setting).all();
  // A read, because only then the write-ahead log is opened or created.
  connection.prepare('SELECT count(*) FROM sqlite_master').all();
  return connection;
}

function close() {
  database.close();
  parentPort?.close();
}

/** @param {Request} request */
function answer({id, sql, parameters, patienceMs}) {
  try {
    if (sql !== 'rollback') refuseOtherFiles();
    const rows = patiently(patienceMs, () => run(sql, parameters));
    // SQLite reports success for writes to a deleted file.
    if (sql === 'commit') refuseOtherFiles();
    return {id, rows};
  } catch (error) {
    const {message, code} = /** @type {Error & {code?: string}} */ (error);
    return {id, error: {message, code}};
  }
}

/**
 * @param {string} sql
 * @param {unknown[]} parameters
 */
function run(sql, parameters) {
  const statement = database.prepare(sql);
  if (statement.reader) return statement.all(parameters);
  statement.run(parameters);
  return [];
}

/**
 * Retries while another process has the lock, at random intervals, so that the processes alternate.
 *
 * @template T
 * @param {number} patienceMs
 * @param {() => T} attempt
 * @returns {T}
 */
function patiently(patienceMs, attempt) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const {code} = /** @type {{code?: string}} */ (error);
      if (code !== 'SQLITE_BUSY' || database.inTransaction || Date.now() >= deadline) throw error;
      reopen();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + Math.random() * 20);
    }
  }
}

/**
 * The driver does not reset a statement that failed because of a lock (libsql 0.5.29). The statement keeps an old snapshot,
 * with which the connection could never write again.
 */
function reopen() {
  if (isMemory) return;
  database.close();
  database = open();
  // The last connection that is closed deletes the write-ahead log.
  if (opened.get(path) === identity(path)) rememberFiles();
}

function rememberFiles() {
  if (isMemory) return;
  for (const file of [path, `${path}-wal`]) opened.set(file, identity(file));
}

function refuseOtherFiles() {
  for (const [file, known] of opened) {
    if (identity(file) === known) continue;
    throw Object.assign(new Error(`${file} was deleted or replaced.`), {code: FILE_LOST});
  }
}

/** @param {string} file */
function identity(file) {
  const found = statSync(file, {throwIfNoEntry: false});
  return found ? `${found.dev} ${found.ino}` : 'missing';
}
