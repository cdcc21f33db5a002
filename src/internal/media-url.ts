import {isServer} from 'lit';
import {pageUrl} from './page-url.js';

/**
 * The address a picture or a film is really asked for. A page may hand over a video with any address; and the vendor
 * hands out plain `http:`, which a page on `https:` would block or warn about as mixed content. A server leaves
 * it to the page.
 */
export function mediaUrl(url: string | undefined, base: string): string | undefined {
  const address = pageUrl(url, base);
  if (isServer) return address?.replace(/^http:/i, '');
  return location.protocol === 'https:' ? address?.replace(/^http:/, 'https:') : address;
}
