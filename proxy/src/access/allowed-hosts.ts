import {ProxyError} from '../proxy-error.js';

/** Status of a request that was sent to the wrong server (RFC 9110, 15.5.20). */
const MISDIRECTED = 421;

/**
 * Refuses requests for hosts that are not on the list, against DNS rebinding: an attacker's page that resolves its own name
 * to the address of this proxy has the same origin, but sends its own name in `Host`.
 *
 * @param hosts - Names such as `www.example.com` for any port, or `localhost:8080` for one; undefined for all hosts.
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

/** A host without its port and without a final dot. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/\.$/, '');
}
