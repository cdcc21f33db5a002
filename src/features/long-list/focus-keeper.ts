import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import type {ListContext} from '../feature.js';

/** What had the focus before an update. */
interface Focused {
  readonly element: Element;
  /** Index of the card that it is, or is in; undefined for anything else. */
  readonly index: number | undefined;
  /** Id of that card's video. */
  readonly id: string | undefined;
}

/**
 * Keeps the focus in the list. On a card it stays with the video; when that is removed, it goes to the card now at its
 * index. From a button that is removed, it goes to "Try again" if that is shown, or else to the first new card, or else
 * to the first card in view. If there is no card, it goes to the message.
 */
export class FocusKeeper {
  readonly #context: ListContext;
  #length = 0;
  #focused: Focused | undefined;
  /** Index whose card is to have the focus as soon as its video is there; the status line has it until then. */
  #awaited: number | undefined;

  constructor(context: ListContext) {
    this.#context = context;
  }

  beforeUpdate(): void {
    const {focused: element, status} = this.#context.view;
    const card = element?.closest<VideoCardElement>('[part=card]');
    this.#focused = element ? {element, index: card?.index, id: card?.video?.id} : undefined;
    if (element !== status) this.#awaited = undefined;
  }

  updated(): void {
    const {items} = this.#context.store.state;
    const length = this.#length;
    this.#length = items.length;
    const focused = this.#focused;
    if (!focused) return;
    const {index} = focused;
    if (index !== undefined) this.#follow(focused);
    else if (this.#awaited !== undefined) this.#endWait(this.#awaited);
    else if (!this.#context.view.focused) void this.#moveFrom(focused, this.#next(length));
  }

  /** The card that the focus is to be on may have become another element, or an empty one. */
  #follow(focused: Focused) {
    const {store, view} = this.#context;
    const {items} = store.state;
    const {index = 0, id} = focused;
    const found = id === undefined ? -1 : items.indexOf(id);
    const target = found >= 0 ? found : Math.min(index, items.length - 1);
    const card = view.focused?.closest<VideoCardElement>('[part=card]');
    const isThere = card?.index === target && (found < 0 || card.video?.id === id);
    // The link of a card that turns into a skeleton is taken out when that is drawn.
    if (!isThere || (card.skeleton && id !== undefined)) void this.#moveFrom(focused, target);
  }

  #endWait(index: number) {
    const {items, phase} = this.#context.store.state;
    const target = Math.min(index, items.length - 1);
    const isOver = items.at(target) || (phase !== 'ready' && phase !== 'loading');
    if (isOver) void this.#moveFrom(this.#focused!, target);
  }

  /** Index of the card to go to from a button that has gone. */
  #next(lengthBefore: number) {
    const {cards, store} = this.#context;
    const {length} = store.state.items;
    const isLost = (name: string) => this.#focused?.element.matches(`[part=${name}]`);
    const isAfter = length > lengthBefore || isLost('more');
    const next = isLost('news') ? 0 : isAfter ? lengthBefore : cards.firstInView;
    return Math.min(next, length - 1);
  }

  async #moveFrom({index}: Focused, target: number) {
    const {view, cards} = this.#context;
    const {focused: focusedBefore} = view;
    // From a button, the card is brought into view; a card that the user has scrolled away from is not.
    const isCard = index === target || this.#awaited !== undefined;
    const card = await (isCard ? cards.cardAt(target) : cards.reveal(target));
    await card?.drawn;
    const isEmpty = card?.skeleton && !card.hasAttribute('tabindex');
    const retry = index === undefined && view.retry;
    const candidates = isEmpty
      ? [view.status]
      : [retry, card, view.message, view.toolbar, view.status];
    for (const candidate of candidates) {
      if (!this.#isFree(focusedBefore)) return;
      // WebKit would put it on what a slot does not show.
      if (candidate && candidate.getClientRects().length > 0)
        candidate.focus({preventScroll: isCard});
      if (candidate && view.focused === candidate) break;
    }
    if (isEmpty && view.focused === view.status) this.#awaited = target;
  }

  /** Whether the focus is lost, or still where it was: the user may have moved it meanwhile. */
  #isFree(focusedBefore: Element | null) {
    const {focused, root} = this.#context.view;
    const {activeElement, body} = root.ownerDocument;
    return focused ? focused === focusedBefore : activeElement === body || !activeElement;
  }
}
