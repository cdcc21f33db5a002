import {isServer} from 'lit';
import {pageUrl} from '../../internal/page-url.js';

/**
 * How far a cover picture is; the card's custom state: `:state(cover-broken)`. `slow` has been waited for
 * long enough, but may still arrive; `broken` answered with an error or with no picture.
 */
export type CoverState = 'missing' | 'loading' | 'slow' | 'loaded' | 'broken';

/**
 * The address a cover is really asked for. A page may hand over a video with any address; and the vendor
 * hands out plain `http:`, which a page on `https:` would block or warn about as mixed content. A server leaves
 * it to the page.
 */
export function coverSource(url: string | undefined, base: string): string | undefined {
  const address = pageUrl(url, base);
  if (isServer) return address?.replace(/^http:/i, '');
  return location.protocol === 'https:' ? address?.replace(/^http:/, 'https:') : address;
}
