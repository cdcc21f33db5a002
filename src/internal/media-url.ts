import {isServer} from 'lit';
import {pageUrl} from './page-url.js';

/**
 * The address that a picture or a video is requested from; undefined if it is not valid. On an `https:` page, `http:` becomes
 * `https:`, because browsers block mixed content, and the vendor's addresses are `http:`. On a server, `http:` is removed, so
 * that the browser uses the protocol of the page.
 */
export function mediaUrl(url: string | undefined, base: string): string | undefined {
  const address = pageUrl(url, base);
  if (isServer) return address?.replace(/^http:/i, '');
  return location.protocol === 'https:' ? address?.replace(/^http:/, 'https:') : address;
}
