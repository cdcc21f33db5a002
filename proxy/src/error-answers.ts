import {ProxyError} from './proxy-error.js';
import {StoreError} from './store/store-error.js';
import {VendorError} from './vendor/vendor-error.js';

/** nginx's status for a client that has disconnected. It appears in the log and the metrics only. */
export const CLIENT_GONE = 499;

/**
 * Writes a line for the operator. Lines never contain a secret.
 *
 * @param request - The request that caused the line, if there is one.
 */
export type Log = (line: string, request?: Request) => void;

/** Converts a thrown value to a response without internal details. */
export function toProxyError(error: unknown, request: Request, log: Log): ProxyError {
  if (error instanceof ProxyError) return error;
  if (error instanceof VendorError) return fromVendor(error);
  if (error instanceof StoreError) return fromStore(error, log);
  if (request.signal.aborted) return new ProxyError(CLIENT_GONE, 'The client has disconnected.');
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  log(`unexpected error: ${what}`, request);
  return new ProxyError(500, 'The proxy failed; its log says why.');
}

/** Messages for clients by HTTP status. The vendor's own message goes to the log only, because it may contain anything. */
const PUBLIC_WORDS: Readonly<Record<number, string>> = {
  400: 'The request names something that does not exist.',
  403: 'This video is not available.',
  404: 'There is no such video.',
  429: 'There are too many requests at the moment.',
  504: 'The video service does not answer.',
};

function fromVendor({status, vendorCode, retryAfterSeconds}: VendorError): ProxyError {
  const headers = retryAfterSeconds ? {'retry-after': String(retryAfterSeconds)} : undefined;
  const message = PUBLIC_WORDS[status] ?? 'The video service has a problem.';
  return new ProxyError(status, message, {code: vendorCode, headers});
}

/** Details of a store error go to the log only. */
function fromStore({message, code, retryAfterSeconds}: StoreError, log: Log): ProxyError {
  log(`store: ${code}: ${message}`);
  const headers = {'retry-after': String(retryAfterSeconds)};
  return new ProxyError(503, 'The store cannot be used right now.', {headers});
}
