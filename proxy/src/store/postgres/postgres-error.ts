import {StoreError} from '../store-error.js';

/** Fields of errors of the client and of the server. */
interface KnownError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: unknown;
}

/** Classes and codes of the server after which a connection cannot be used. */
const CONNECTION_CODES = [
  '08', // connection exceptions
  '57P01', // ended by an administrator
  '57P02', // the server crashed
  '57P03', // it is starting
  '57P05', // idle for too long
  '25006', // read-only: it was the primary
  '53300', // too many connections
];

/** Error codes of Node and messages of the client for a missing connection. */
const NO_CONNECTION =
  /ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|EACCES|Connection terminated|not queryable|timeout exceeded when trying to connect|timeout expired|Client was closed/;

/** Message of a connection pooler such as PgBouncer. */
const REFUSED_PARAMETER = /unsupported startup parameter/;

/** Codes of serialization failures and deadlocks. */
const TEMPORARY_CODES = ['40001', '40P01'];

/** Whether a retry on another connection may succeed. */
export function isConnectionError(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === 'unavailable';
  const {code, message} = errorOf(error);
  return (
    CONNECTION_CODES.some((start) => code.startsWith(start)) ||
    NO_CONNECTION.test(`${code} ${message}`)
  );
}

/** Whether a connection pooler refuses the time limits of a connection. */
export function isRefusedParameter(error: unknown): boolean {
  return REFUSED_PARAMETER.test(errorOf(error).message);
}

/** Whether a retry of the transaction may succeed. */
export function isTemporary(error: unknown): boolean {
  return isConnectionError(error) || TEMPORARY_CODES.includes(errorOf(error).code);
}

/**
 * Converts an error of the client or the server to a `StoreError`, if it is about the store.
 *
 * @param where - The server for the message, without a password.
 */
export function postgresError(error: unknown, where: string): unknown {
  if (error instanceof StoreError) return error;
  const {code, message} = errorOf(error);
  const said = `(${[code, message].filter(Boolean).join(': ')})`;
  if (isConnectionError(error)) {
    return new StoreError('unavailable', `${where} cannot be reached ${said}.`, {cause: error});
  }
  if (code === '57014' || code === '55P03' || message.includes('read timeout')) {
    return new StoreError('timeout', `${where} does not answer in time ${said}.`, {cause: error});
  }
  if (code === '53100') {
    return new StoreError('full', `${where} has no room left ${said}.`, {cause: error});
  }
  return error;
}

function errorOf(error: unknown): {code: string; message: string} {
  const {code, message, errors} = (error ?? {}) as KnownError;
  // An `AggregateError` of several addresses. Its last error is enough.
  if (Array.isArray(errors) && errors.length > 0) return errorOf(errors.at(-1));
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
}
