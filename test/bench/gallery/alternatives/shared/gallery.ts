import css from './card.css?inline';
import {fetchCardPage, type CardVideo} from './card-video.js';

/** The empty element that the page offers, with the style sheet of the cards applied. */
export function openGallery(): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return document.querySelector<HTMLElement>('#gallery')!;
}

/**
 * All videos, in one answer: what a gallery that holds all records can have at best. (With 50 a page, it
 * would ask 2,000 times for 100,000.)
 */
export async function fetchAllVideos(host: HTMLElement): Promise<readonly CardVideo[]> {
  return (await fetchCardPage(host.dataset['all']!)).videos;
}
