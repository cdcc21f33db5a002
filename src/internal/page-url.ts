import {isServer} from 'lit';
import {safeUrl} from '../model/safe-url.js';

/** Base address on a server, where the address of the page is not known. */
const UNKNOWN_BASE = 'https://server.invalid/';

/**
 * Resolves an address of the page; undefined unless it is `http:` or `https:`. On a server, a relative address stays
 * relative, and the browser resolves it.
 */
export function pageUrl(text: string | undefined, base: string): string | undefined {
  if (!isServer) return safeUrl(text, base);
  const url = safeUrl(text, UNKNOWN_BASE);
  return url?.startsWith(UNKNOWN_BASE) ? text : url;
}
