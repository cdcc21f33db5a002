import {pageHistory, type SavedListState} from '../../elements/video-list/page-history.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import type {Feature, ListContext} from '../feature.js';
import {UrlKeeper} from './url-keeper.js';
import {isUrl} from './url-names.js';

/** Milliseconds without a scroll after which the position is noted, where the browser does not say that it is over. */
const REST = 150;

/** Notes where the user is, and brings a user who comes back to where they were; `url` keeps the rest in the address. */
export function install(context: ListContext): Feature {
  const position = new PositionKeeper(context);
  const address = new UrlKeeper(context);
  return {
    start() {
      const {history} = context.settings;
      position.start();
      if (isUrl(history)) address.start(history);
    },
    beforeUpdate: () => address.beforeUpdate(),
    updated() {
      address.updated();
      position.updated();
    },
    stop() {
      address.stop();
      position.stop();
    },
  };
}

/** What a user moves a page with. A `scroll` alone may be the browser's, which restores what it can of its own position. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

class PositionKeeper {
  readonly #context: ListContext;
  #listening?: AbortController;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  /** What has been returned to. */
  #restored: SavedListState | undefined;
  /** Whether the user has moved the page since it came. */
  #hasMoved = false;
  /** What was noted last. */
  #noted = '';

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(): void {
    const {signal} = (this.#listening = new AbortController());
    const capture = {capture: true, passive: true, signal};
    document.addEventListener('scroll', this.#noteSoon, capture);
    document.addEventListener('scrollend', this.#flush, capture);
    // What follows may leave the page, or have the page's router open another entry.
    document.addEventListener('click', this.#flush, capture);
    document.addEventListener('visibilitychange', this.#flush, capture);
    addEventListener('pagehide', this.#flush, capture);
    for (const name of MOVES) addEventListener(name, () => (this.#hasMoved = true), capture);
  }

  /** The entry of the history may be another page's already. */
  stop(): void {
    this.#listening?.abort();
    this.#timer = void clearTimeout(this.#timer);
  }

  updated(): void {
    const {restored, store, cards} = this.#context;
    if (store.state.isPending || store.needsLoad || !this.#isShown) return;
    if (this.#isReturning) {
      this.#restored = restored;
      if (cards.firstInView === 0 || !this.#hasMoved) void this.#restore(restored!);
    } else this.#noteSoon();
  }

  async #restore({index, offset = 0}: SavedListState) {
    const {cards} = this.#context;
    // Where the list begins, the browser knows better.
    if (index === 0 && !offset) return;
    const card = await cards.reveal(index, 'start');
    if (!card) return;
    const {style} = card;
    // The page may have its own idea of where a view begins (`scroll-padding`), so the second time counts.
    for (let turn = 0, margin = 0; turn < 2; turn++) {
      margin += offset - this.#offsetOf(card);
      style.scrollMargin = `${margin}px`;
      card.scrollIntoView({block: 'start', inline: 'start', behavior: 'instant'});
    }
    style.scrollMargin = '';
  }

  #noteSoon = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, REST);
  };

  /** Notes now what was to be noted soon. */
  #flush = () => {
    if (!this.#timer) return;
    this.#timer = void clearTimeout(this.#timer);
    const {settings, store, cards, list, view} = this.#context;
    const {filters, page, pageCount} = store.state;
    // Until the user is back where they were, that is where they are.
    if (!this.#isShown || this.#isReturning) return;
    const index = cards.firstInView;
    const card = view.drawnCards.find((card) => card.index === index);
    const offset = card && Math.round(this.#offsetOf(card));
    const saved = {filters, page, pageCount, index, ...(offset !== undefined && {offset})};
    const text = JSON.stringify(saved);
    if (text === this.#noted) return;
    this.#noted = text;
    const {history} = settings;
    const router = typeof history === 'string' ? pageHistory : history;
    router?.write(list, saved);
  };

  /** Whether there is a position that the user has not been brought back to yet. */
  get #isReturning() {
    const {restored} = this.#context;
    return !!restored && restored !== this.#restored;
  }

  /** Whether the list is there, with whatever it has. A list that is still as a server has drawn it knows no position yet. */
  get #isShown() {
    const {store, list} = this.#context;
    return !isTakingOver(list) && /ready|empty/.test(store.state.phase);
  }

  /** Pixels from where the view begins to a card. */
  #offsetOf(card: Element) {
    const {top, left} = card.getBoundingClientRect();
    const {scroller} = this.#context.view;
    return this.#context.settings.layout === 'row'
      ? left - (scroller?.getBoundingClientRect().left ?? 0)
      : top;
  }
}
