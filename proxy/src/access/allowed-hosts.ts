import {ProxyError} from '../proxy-error.js';

/** Status for a request that was meant for another server (RFC 9110, 15.5.20). */
const MISDIRECTED = 421;

/**
 * Refuses requests for hosts that are not on the list: a page that has its own name resolved to the
 * address of this proxy (DNS rebinding) is of the same origin, but has its own name in `Host`.
 *
 * @param hosts - Names such as `www.example.com`, whatever the port, or `localhost:8080` with one;
 *   undefined for any.
 */
export function hostCheck(hosts: readonly string[] | undefined): (request: Request) => void {
  if (!hosts) return () => {};
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  return ({headers, url}) => {
    const host = (headers.get('host') ?? new URL(url).host).toLowerCase();
    if (allowed.has(host) || allowed.has(nameOf(host))) return;
    throw new ProxyError(MISDIRECTED, 'This server does not answer for that host.');
  };
}

/** A host without its port, and without the dot that may end a full name. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/\.$/, '');
}
