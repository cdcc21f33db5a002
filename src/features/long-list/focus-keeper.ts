import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import type {ListContext} from '../feature.js';

/** What had the focus before an update. */
interface Focused {
  readonly element: Element;
  /** Index of its card; undefined outside of cards. */
  readonly index: number | undefined;
  /** Id of the video of that card. */
  readonly id: string | undefined;
}

/**
 * Restores the focus when the focused element is removed. On a card, it follows the video; if the video is removed, it goes
 * to the card that is now at its index. From a removed button, it goes to "Try again" if that is shown, otherwise to the
 * first new card, otherwise to the first card in view. Without cards, it goes to the message.
 */
export class FocusKeeper {
  readonly #context: ListContext;
  #length = 0;
  #focused: Focused | undefined;
  /** Index of the card that gets the focus when its video has loaded. Until then, the status line has it. */
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

  /** The card may now be another element, or a skeleton. */
  #follow(focused: Focused) {
    const {store, view} = this.#context;
    const {items} = store.state;
    const {index = 0, id} = focused;
    const found = id === undefined ? -1 : items.indexOf(id);
    const target = found >= 0 ? found : Math.min(index, items.length - 1);
    const card = view.focused?.closest<VideoCardElement>('[part=card]');
    const isThere = card?.index === target && (found < 0 || card.video?.id === id);
    // A card that becomes a skeleton loses its link when it is rendered.
    if (!isThere || (card.skeleton && id !== undefined)) void this.#moveFrom(focused, target);
  }

  #endWait(index: number) {
    const {items, phase} = this.#context.store.state;
    const target = Math.min(index, items.length - 1);
    const isOver = items.at(target) || (phase !== 'ready' && phase !== 'loading');
    if (isOver) void this.#moveFrom(this.#focused!, target);
  }

  /** Index of the card to focus after a button has been removed. */
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
    // A card that gets the focus from a button is scrolled into view. A focused card that the user has scrolled away is not.
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
      // WebKit would focus fallback content that a slot does not show.
      if (candidate && candidate.getClientRects().length > 0)
        candidate.focus({preventScroll: isCard});
      if (candidate && view.focused === candidate) break;
    }
    if (isEmpty && view.focused === view.status) this.#awaited = target;
  }

  /** Whether the focus is lost or unchanged. Otherwise the user has moved it meanwhile. */
  #isFree(focusedBefore: Element | null) {
    const {focused, root} = this.#context.view;
    const {activeElement, body} = root.ownerDocument;
    return focused ? focused === focusedBefore : activeElement === body || !activeElement;
  }
}
