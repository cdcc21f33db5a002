import type {Log} from '../error-answers.js';

/** Private and local addresses, and keys of clients with such an address. */
const INTERNAL =
  /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|::\/64$|f[cd]..:|fe[89ab].:)/;

/** Whether an address is private or local. A client with such an address is often a server in front of the proxy. */
export function isInternal(address: string): boolean {
  return INTERNAL.test(address);
}

/**
 * Returns a function to call with the key of each client that has reached a limit. It logs once that this may be a server in
 * front, so that all users share the limit.
 */
export function sharedLimitNotice(limit: string, log: Log): (client: string) => void {
  let hasLogged = false;
  return (client) => {
    if (hasLogged || !isInternal(client)) return;
    hasLogged = true;
    log(
      `limits: ${client} has reached the limit "${limit}". If it is a server in front, all users share this limit: let it send X-Forwarded-For, and set TRUST_PROXY`,
    );
  };
}
