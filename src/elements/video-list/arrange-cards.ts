import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';

/**
 * Makes the cards in `grid` those of `videos`, in order. A card keeps its video for as long as it is
 * listed, so that focus and cover survive whatever changes around it. (Lit's `repeat` does this for any
 * template, and costs 750 bytes more.)
 *
 * @param show - Hands a card its video and everything else.
 */
export function arrangeCards(
  grid: Element,
  videos: readonly Video[],
  show: (card: VideoCardElement, video: Video, index: number) => void,
): void {
  const ids = new Set(videos.map(({id}) => id));
  const cards = new Map<string, VideoCardElement>();
  for (const card of [...grid.children] as VideoCardElement[]) {
    if (card.video && ids.has(card.video.id)) cards.set(card.video.id, card);
    else card.remove();
  }
  let next = grid.firstElementChild;
  videos.forEach((video, index) => {
    const card = cards.get(video.id) ?? document.createElement('video-card');
    show(card, video, index);
    if (card === next) next = card.nextElementSibling;
    else grid.insertBefore(card, next);
  });
}
