import {isServer} from 'lit';
import {safeUrl} from '../model/safe-url.js';

/** Base address on a server, which may not know the address of its page. */
const NOWHERE = 'https://server.invalid/';

/**
 * Resolves an address of the page; undefined unless it is `http:` or `https:`. On a server, a relative address stays
 * relative, and the browser resolves it.
 */
export function pageUrl(text: string | undefined, base: string): string | undefined {
  if (!isServer) return safeUrl(text, base);
  const url = safeUrl(text, NOWHERE);
  return url?.startsWith(NOWHERE) ? text : url;
}
