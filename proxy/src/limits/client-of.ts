import type {CallerAddress} from '../caller.js';
import type {Log} from '../error-answers.js';
import {clientKey, plainAddress} from './client-key.js';
import {isInternal} from './internal-client.js';

/** Returns the key of the client of a request; undefined if it is not known. */
export type ClientOf = (request: Request, env: unknown) => string | undefined;

/**
 * Distinguishes clients by their addresses.
 *
 * While the proxy in front is not trusted, forwarded requests from a private address are not counted. All users would be
 * one client, and one of them could use up the limit of all. The log says so once.
 *
 * @param callerAddress - Default: the address of the connection, on Node.
 */
export function clientOf(callerAddress: CallerAddress | undefined, log: Log): ClientOf {
  let hasWarned = false;
  const warn = () => {
    if (hasWarned) return;
    hasWarned = true;
    log('limits per client are off behind a proxy that is not trusted: set TRUST_PROXY');
  };
  return (request, env) => {
    const connection = plainAddress(connectionAddress(env));
    const address = callerAddress ? plainAddress(callerAddress(request, env)) : connection;
    if (address === undefined) return undefined;
    if (address === connection && isForwarded(request.headers) && isInternal(address)) {
      warn();
      return undefined;
    }
    return clientKey(address);
  };
}

/** The address of the connection, from what Node's server passes with the request. */
function connectionAddress(env: unknown): string | undefined {
  const {incoming} = (env ?? {}) as {incoming?: {socket?: {remoteAddress?: string}}};
  return incoming?.socket?.remoteAddress;
}

function isForwarded(headers: Headers): boolean {
  return headers.has('x-forwarded-for') || headers.has('forwarded');
}
