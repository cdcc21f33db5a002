import type {CardItem, ShowCard} from '../../elements/video-list/card-item.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';

/**
 * Makes the cards in `grid` those of `items`, in order. A card keeps its video as long as that is among the items,
 * else its index, so that focus and cover survive whatever changes around it; other cards are reused. (Lit's
 * `repeat` knows only the first of these rules, and costs 750 bytes more.)
 */
export function reconcileCards(
  grid: Element,
  items: readonly CardItem[],
  showCard: ShowCard,
  createCard: () => VideoCardElement,
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
  // Used again, it would take the focus along to another index.
  const last = focused?.closest<VideoCardElement>('[part=card]');
  const lost = last && spare.has(last) ? last : undefined;
  if (lost) unused.delete(lost);
  // Without taking them out of the document first, in browsers that can do so. Not after a leap: what was in view before
  // and is in view again would count as a layout shift. Not beside a card that is positioned: Chromium 156 lays it out as
  // the last one when it takes its place in the grid again.
  const canMove =
    'moveBefore' in grid && kept.size * 2 >= items.length && !grid.querySelector('.apart');
  let next = grid.firstElementChild;
  for (const item of items) {
    while (spare.has(next)) next = next!.nextElementSibling;
    const card = kept.get(item) ?? takeFrom(unused) ?? createCard();
    // Before it is in the document: it need not look for its language there.
    showCard(card, item);
    if (card === next) next = card.nextElementSibling;
    else if (canMove && card.isConnected) grid.moveBefore(card, next);
    else grid.insertBefore(card, next);
  }
  for (const card of unused) card!.remove();
  if (lost) {
    const item = items.find(({index}) => index === lost.index) ?? items.at(-1);
    // Before it goes, so that the focus is never nowhere.
    if (item) kept.get(item)?.focus({preventScroll: true});
    lost.remove();
  }
  // Without `moveBefore`, a card that is moved loses the focus.
  if (focused?.isConnected) focused.focus({preventScroll: true});
}

function takeFrom(cards: Set<Element | null>) {
  for (const card of cards) {
    cards.delete(card);
    return card as VideoCardElement;
  }
  return undefined;
}
