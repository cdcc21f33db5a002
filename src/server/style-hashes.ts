import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {VideoCardElement} from '../elements/video-card/video-card.js';
import {VideoListElement} from '../elements/video-list/video-list.js';

/**
 * Sources for `style-src` of a Content Security Policy that allow the server-rendered `<style>` elements of this version:
 * `'sha256-…'`, with the quotes. They are the same for all pages, and change with the version.
 */
export async function styleHashes(): Promise<readonly string[]> {
  const classes = [VideoListElement, VideoCardElement, ResolutionBadgeElement];
  return Promise.all(
    classes.map(async ({elementStyles}) => {
      const text = elementStyles
        .map((styles) => ('cssText' in styles ? styles.cssText : ''))
        .join('');
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
    }),
  );
}
