import {ProxyError} from './proxy-error.js';
import {StoreError} from './store/store-error.js';
import {VendorError} from './vendor/vendor-error.js';

/** nginx's status for a caller that has left; nobody reads it but a log. */
const CALLER_GONE = 499;

/**
 * Takes a line for the operator; never a secret.
 *
 * @param request - The request that it is about, where it is about one.
 */
export type Log = (line: string, request?: Request) => void;

/** Makes of whatever was thrown an answer that says no more than a caller should know. */
export function toProxyError(error: unknown, request: Request, log: Log): ProxyError {
  if (error instanceof ProxyError) return error;
  if (error instanceof VendorError) return fromVendor(error);
  if (error instanceof StoreError) return fromStore(error, log);
  if (request.signal.aborted) return new ProxyError(CALLER_GONE, 'The caller has left.');
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  log(`unexpected error: ${what}`, request);
  return new ProxyError(500, 'The proxy failed; its log says why.');
}

/** What callers are told of the vendor's errors. Its own words are for the log: anything may be in them. */
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

/** What is wrong with the store is for the operator. */
function fromStore({message, code, retryAfterSeconds}: StoreError, log: Log): ProxyError {
  log(`store: ${code}: ${message}`);
  const headers = {'retry-after': String(retryAfterSeconds)};
  return new ProxyError(503, 'The store cannot be used right now.', {headers});
}
