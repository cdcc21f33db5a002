import {nothing, render} from 'lit';
import {warnOnce} from '../../internal/warn-once.js';
import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import type {CardItem} from './card-item.js';

/**
 * Renders parts of a card. May return anything that Lit can render: an element, a template, or an array of them. The
 * attribute `slot` says which part an element replaces.
 */
export type CardContent = (video: Video, index: number) => unknown;

/** Renders the content of the page into a card. If the function of the page throws, the card is shown without it. */
export function renderCardContent(
  card: VideoCardElement,
  {video, index}: CardItem,
  cardContent: CardContent | undefined,
): void {
  // Also removes the content of another video.
  if (!cardContent && !card.firstChild) return;
  card.watchContent();
  try {
    render((video && cardContent?.(video, index)) ?? nothing, card);
  } catch (cause) {
    render(nothing, card);
    warnOnce(`cardContent failed: ${String(cause)}`);
  }
}
