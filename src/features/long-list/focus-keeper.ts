import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import type {ListContext} from '../feature.js';

/**
 * Restores focus when the focused element is removed. From a card, focus goes to the card now at its index. From a
 * button, it goes to "Try again" if that is shown, or else to the first new card, or else to the first card in view. If
 * there is no card, it goes to the message.
 */
export class FocusKeeper {
  readonly #context: ListContext;
  #length = 0;
  #focused: Element | null = null;
  /** Index of the focused card; undefined for anything else. */
  #index: number | undefined;

  constructor(context: ListContext) {
    this.#context = context;
  }

  beforeUpdate(): void {
    this.#focused = this.#context.view.focused;
    this.#index = (this.#focused as VideoCardElement | null)?.index;
  }

  updated(): void {
    const {store, view} = this.#context;
    const length = this.#length;
    this.#length = store.state.items.length;
    if (this.#focused && !view.focused) {
      void this.#restore(length);
    }
  }

  async #restore(lengthBefore: number) {
    const {view, cards, store} = this.#context;
    const {length} = store.state.items;
    const isLost = (name: string) => this.#focused?.matches(`[part=${name}]`);
    const isAfter = length > lengthBefore || isLost('more');
    const next = isLost('news') ? 0 : isAfter ? lengthBefore : cards.firstInView;
    const card = await cards.reveal(Math.min(this.#index ?? next, length - 1));
    const retry = this.#index === undefined && view.retry;
    for (const stand of [retry, card, view.message, view.toolbar, view.status]) {
      if (document.activeElement !== document.body) return;
      // WebKit would put it on what a slot does not show.
      if (stand && stand.getClientRects().length > 0) stand.focus();
    }
  }
}
