import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';

/** An item with a card in the DOM. */
export interface CardItem {
  /** Index in the whole list, from 0. */
  readonly index: number;
  /** Undefined while it has not been loaded. */
  readonly video: Video | undefined;
}

/** Sets all properties of a card. */
export type ShowCard = (card: VideoCardElement, item: CardItem) => void;
