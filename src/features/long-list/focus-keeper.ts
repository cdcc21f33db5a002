import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import type {ListContext} from '../feature.js';

/**
 * Focus that goes with what had it does not fall to the page. From a card it goes to the one that is at its
 * place now; from a button to "Try again" where that came, to the first new card, or else to the first in view; where no
 * card is left, to what is said in their place.
 */
export class FocusKeeper {
  readonly #context: ListContext;
  #length = 0;
  #focused: Element | null = null;
  /** Place of the focused card; undefined for anything else. */
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
