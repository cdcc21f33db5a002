// @ts-check
/**
 * A connection to a SQLite file, in a thread of its own: the driver waits inside of each call, for the
 * disk, for locks and for long queries, and the requests of the proxy must not wait with it.
 *
 * Plain JavaScript, because what compiles TypeScript while tests run does not reach into threads.
 */
import {statSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';
import Database from 'libsql';

/** @typedef {{id: number, sql: string, parameters: unknown[], patienceMs: number}} Request */

/** @type {{path: string, settings: string[], isMemory: boolean}} */
const {path, settings, isMemory} = workerData;

/** Milliseconds that the driver waits by itself for a lock of another process. */
const BUSY_TIMEOUT_MS = 250;

/** The code of an error that says that the file is not the one any more that was opened. */
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
  // Reads something: only then is the log beside the file opened, or made.
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
    // What is written into a deleted file is gone, though SQLite reports success.
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
 * Tries again while another process holds the lock, at uneven intervals so that they take turns.
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
 * The driver does not reset a statement that was turned away by a lock (libsql 0.5.29). It goes on
 * holding an old state of the data, and with it its connection could never write again.
 */
function reopen() {
  if (isMemory) return;
  database.close();
  database = open();
  // The last one who closes a file deletes its log.
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
