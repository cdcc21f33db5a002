import css from './card.css?inline';
import {fetchCardPage, type CardVideo} from './card-video.js';

/** The empty element of the page, with the style sheet of the cards. */
export function openGallery(): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return document.querySelector<HTMLElement>('#gallery')!;
}

/**
 * All videos, in one response: the best case for a gallery that holds all records. (With 50 for each page, it would need
 * 2,000 requests for 100,000 videos.)
 */
export async function fetchAllVideos(host: HTMLElement): Promise<readonly CardVideo[]> {
  return (await fetchCardPage(host.dataset['all']!)).videos;
}
