import type {CardItem, ShowCard} from '../../elements/video-list/card-item.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';

/**
 * Makes the cards in `grid` those of `items`, in order. A card keeps its video if the video is among the items, otherwise
 * its index, so that it keeps focus and cover; other cards are reused. (Lit's `repeat` has only the first rule, and takes
 * 750 bytes more.)
 */
export function reconcileCards(
  grid: Element,
  items: readonly CardItem[],
  showCard: ShowCard,
  createCard: () => VideoCardElement,
  isInView: (index: number) => boolean = () => false,
): void {
  const focused = (grid.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const cards = new Map<string | number | undefined, VideoCardElement>();
  for (const card of grid.children as Iterable<VideoCardElement>) {
    cards.set(card.index, card).set(card.video?.id, card);
  }
  const kept = new Map<CardItem, VideoCardElement>();
  const spare = new Set<Element | null>(cards.values());
  const keep = (item: CardItem, key: string | number | undefined) => {
    const card = cards.get(key);
    if (card && !kept.has(item) && spare.delete(card)) kept.set(item, card);
  };
  for (const item of items) if (item.video) keep(item, item.video.id);
  for (const item of items) keep(item, item.index);
  const unused = new Set(spare);
  // If it were reused, the focus would move to another index.
  const last = focused?.closest<VideoCardElement>('[part=card]');
  const lost = last && spare.has(last) ? last : undefined;
  if (lost) unused.delete(lost);
  // Uses `moveBefore` where available. Not after a jump, and not for a card that shows another video in view: it would count
  // as a layout shift. Not next to a positioned card, which Chromium 156 places last when it returns to the grid.
  const canMove =
    'moveBefore' in grid && kept.size * 4 >= items.length * 3 && !grid.querySelector('.apart');
  let next = grid.firstElementChild;
  for (const item of items) {
    while (spare.has(next)) next = next!.nextElementSibling;
    const same = kept.get(item);
    const card = same ?? takeFrom(unused) ?? createCard();
    // Before it is inserted, so that it gets its language from the list and does not search for it.
    showCard(card, item);
    if (card === next) next = card.nextElementSibling;
    else if (canMove && card.isConnected && (same || !isInView(item.index)))
      grid.moveBefore(card, next);
    else grid.insertBefore(card, next);
  }
  for (const card of unused) card!.remove();
  if (lost) {
    const item = items.find(({index}) => index === lost.index) ?? items.at(-1);
    // Before it is removed, so that the focus is never lost.
    if (item) kept.get(item)?.focus({preventScroll: true});
    lost.remove();
  }
  // Without `moveBefore`, a moved card loses the focus.
  if (focused?.isConnected) focused.focus({preventScroll: true});
}

function takeFrom(cards: Set<Element | null>) {
  for (const card of cards) {
    cards.delete(card);
    return card as VideoCardElement;
  }
  return undefined;
}
