import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';

/** A place in the list that has a card in the DOM. */
export interface CardPlace {
  /** From 0. */
  readonly index: number;
  /** What is there; undefined while it is on its way. */
  readonly video: Video | undefined;
}

/**
 * Makes the cards in `grid` those of `places`, in order. A card keeps its video for as long as that has a
 * place here, else its place, so that focus and cover survive whatever changes around it; other cards are
 * used again. (Lit's `repeat` knows only the first of these rules, and costs 750 bytes more.)
 *
 * @param show - Hands a card its video and everything else.
 */
export function arrangeCards(
  grid: Element,
  places: readonly CardPlace[],
  show: (card: VideoCardElement, place: CardPlace) => void,
): void {
  const focused = (grid.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const cards = new Map<string | number | undefined, VideoCardElement>();
  for (const card of [...grid.children] as VideoCardElement[]) {
    cards.set(card.index, card).set(card.video?.id, card);
  }
  const kept = new Map<CardPlace, VideoCardElement>();
  const spare = new Set(cards.values());
  const keep = (place: CardPlace, key: string | number | undefined) => {
    const card = cards.get(key);
    if (!card || kept.has(place) || !spare.delete(card)) return;
    kept.set(place, card);
  };
  for (const place of places) if (place.video) keep(place, place.video.id);
  for (const place of places) keep(place, place.index);
  for (const card of spare) card.remove();
  const reusable = spare.values();
  let next = grid.firstElementChild;
  for (const place of places) {
    const card = kept.get(place) ?? reusable.next().value ?? document.createElement('video-card');
    // Before it is in the document: it need not look for its language there.
    show(card, place);
    if (card === next) next = card.nextElementSibling;
    else grid.insertBefore(card, next);
  }
  // Moving a card within the document takes focus from it.
  if (focused?.isConnected) focused.focus({preventScroll: true});
}
