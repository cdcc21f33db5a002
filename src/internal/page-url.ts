import {isServer} from 'lit';
import {safeUrl} from '../model/safe-url.js';

/** What addresses are relative to on a server, which need not know where its page will be. */
const NOWHERE = 'https://server.invalid/';

/**
 * An address in the page, or undefined unless it leads to `http:` or `https:`. On a server a relative one stays as
 * it is written, for the browser to complete.
 */
export function pageUrl(text: string | undefined, base: string): string | undefined {
  if (!isServer) return safeUrl(text, base);
  const url = safeUrl(text, NOWHERE);
  return url?.startsWith(NOWHERE) ? text : url;
}
