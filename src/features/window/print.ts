import type {Video} from '../../model/video.js';
import type {CardItem} from '../../elements/video-list/card-item.js';

/** Maximum number of printed cards, because more would delay printing. */
const MOST_PRINTED = 1000;

/** The items of a list. Some of them may not have loaded. */
interface Items {
  readonly length: number;
  at(index: number): Video | undefined;
}

/** The items that are printed: all loaded ones, from the start. */
export function printedItems(items: Items): CardItem[] {
  const printed: CardItem[] = [];
  for (let index = 0; index < items.length && printed.length < MOST_PRINTED; index++) {
    const video = items.at(index);
    if (video) printed.push({index, video});
  }
  return printed;
}
