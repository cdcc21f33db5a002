import {pageHistory, type SavedListState} from '../../elements/video-list/page-history.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {Feature, ListContext} from '../feature.js';
import {UrlKeeper} from './url-keeper.js';
import {isUrl} from './url-names.js';

/** Milliseconds without scrolling after which the position is saved, in browsers without `scrollend`. */
const IDLE = 150;

/** Milliseconds after which a position that could not be saved is saved. Safari allows 100 changes in this time. */
const RETRY = 30_000;

/**
 * Saves the position of the user, and restores it when the user returns. With `url`, filters, page and picked video are in
 * the address of the page.
 */
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

/** Events by which a user scrolls. A `scroll` event alone may come from the browser's scroll restoration. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

class PositionKeeper {
  readonly #context: ListContext;
  #listening?: AbortController;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  /** The restored state. */
  #restored: SavedListState | undefined;
  /** Whether the user has scrolled since the page has loaded. */
  #hasMoved = false;
  /** The last saved state. */
  #lastSaved = '';

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(): void {
    const {signal} = (this.#listening = new AbortController());
    const capture = {capture: true, passive: true, signal};
    document.addEventListener('scroll', this.#saveSoon, capture);
    document.addEventListener('scrollend', this.#flush, capture);
    // After a click, the browser may leave the page, or the page's router may add a history entry.
    document.addEventListener('click', this.#flush, capture);
    document.addEventListener('visibilitychange', this.#flush, capture);
    addEventListener('pagehide', this.#flush, capture);
    for (const name of MOVES) addEventListener(name, () => (this.#hasMoved = true), capture);
  }

  /** Does not save, because the present history entry may be that of another page. */
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
    } else this.#saveSoon();
  }

  async #restore({index, offset = 0}: SavedListState) {
    const {cards} = this.#context;
    // At the start of the list, the browser's own scroll restoration is better.
    if (index === 0 && !offset) return;
    const card = await cards.reveal(index, 'start');
    if (!card) return;
    const {style} = card;
    // Twice, because `scroll-padding` of the page moves the start of the view. The second time corrects this.
    for (let turn = 0, margin = 0; turn < 2; turn++) {
      margin += offset - this.#offsetOf(card);
      style.scrollMargin = `${margin}px`;
      card.scrollIntoView({block: 'start', inline: 'start', behavior: 'instant'});
    }
    style.scrollMargin = '';
  }

  #saveSoon = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, IDLE);
  };

  /** Saves a pending position now. */
  #flush = () => {
    if (!this.#timer) return;
    this.#timer = void clearTimeout(this.#timer);
    const {settings, store, cards, list, view} = this.#context;
    const {filters, page, pageCount} = store.state;
    // Until the position has been restored, the saved state must not be overwritten.
    if (!this.#isShown || this.#isReturning) return;
    const index = cards.firstInView;
    const card = view.drawnCards.find((card) => card.index === index);
    const offset = card && Math.round(this.#offsetOf(card));
    const saved = {filters, page, pageCount, index, ...(offset !== undefined && {offset})};
    const text = JSON.stringify(saved);
    if (text === this.#lastSaved) return;
    const {history} = settings;
    const router = typeof history === 'string' ? pageHistory : history;
    try {
      router?.write(list, saved);
      this.#lastSaved = text;
    } catch (cause) {
      warnOnce(`The scroll position could not be stored: ${String(cause)}`);
      this.#timer = setTimeout(this.#flush, RETRY);
    }
  };

  /** Whether a position still has to be restored. */
  get #isReturning() {
    const {restored} = this.#context;
    return !!restored && restored !== this.#restored;
  }

  /** Whether the list has loaded. A list that is being hydrated has no position yet. */
  get #isShown() {
    const {store, list} = this.#context;
    return !isTakingOver(list) && /ready|empty/.test(store.state.phase);
  }

  /** Distance in pixels from the start of the view to a card. */
  #offsetOf(card: Element) {
    const {top, left} = card.getBoundingClientRect();
    const {scroller} = this.#context.view;
    return this.#context.settings.layout === 'row'
      ? left - (scroller?.getBoundingClientRect().left ?? 0)
      : top;
  }
}
