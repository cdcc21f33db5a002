import {StoreError, type StoreErrorCode} from '../store-error.js';

/** Prefixes of SQLite's error codes that are about the store. */
const CODES: readonly (readonly [prefix: string, code: StoreErrorCode, inWords: string])[] = [
  ['FILE_LOST', 'lost', 'was deleted or replaced while it was open; restart the proxy'],
  ['SQLITE_FULL', 'full', 'cannot grow: the disk is full'],
  ['SQLITE_READONLY', 'read-only', 'is read-only'],
  ['SQLITE_BUSY', 'timeout', 'is kept locked by another process'],
  ['SQLITE_LOCKED', 'timeout', 'is kept locked by another process'],
  ['SQLITE_CANTOPEN', 'unavailable', 'cannot be opened'],
  ['SQLITE_IOERR', 'unavailable', 'cannot be read or written'],
  ['SQLITE_CORRUPT', 'unavailable', 'is damaged; restore a backup'],
  ['SQLITE_NOTADB', 'unavailable', 'is not a database'],
];

/** Converts an error of the driver to a `StoreError`, if it is about the store. */
export function sqliteError(
  error: {readonly message: string; readonly code?: string},
  path: string,
): Error {
  const {message, code = ''} = error;
  const known = CODES.find(([prefix]) => code.startsWith(prefix));
  if (!known) return new Error(message, {cause: error});
  return new StoreError(known[1], `${path} ${known[2]} (${code}: ${message})`, {cause: error});
}
