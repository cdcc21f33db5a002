import {isServer} from 'lit';
import {pageUrl} from './page-url.js';

/**
 * The address that a picture or a video is requested from. The address of a video may come from the page and is checked.
 * The vendor's addresses are `http:`, which an `https:` page would block as mixed content, so they become `https:`. On a
 * server they stay unchanged.
 */
export function mediaUrl(url: string | undefined, base: string): string | undefined {
  const address = pageUrl(url, base);
  if (isServer) return address?.replace(/^http:/i, '');
  return location.protocol === 'https:' ? address?.replace(/^http:/, 'https:') : address;
}
