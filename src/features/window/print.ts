import type {Video} from '../../model/video.js';
import type {CardItem} from '../../elements/video-list/card-item.js';

/** Cards that are made for paper at most: more would keep a user waiting who has asked to print. */
const MOST_PRINTED = 1000;

/** A list in which some items may not be loaded. */
interface Items {
  readonly length: number;
  at(index: number): Video | undefined;
}

/** What is printed of a list: all that is loaded, from its beginning. */
export function printedItems(items: Items): CardItem[] {
  const printed: CardItem[] = [];
  for (let index = 0; index < items.length && printed.length < MOST_PRINTED; index++) {
    const video = items.at(index);
    if (video) printed.push({index, video});
  }
  return printed;
}
