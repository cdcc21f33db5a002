import type {Cards, ListContext} from '../../features/feature.js';
import type {FeatureHost} from '../../features/feature-host.js';
import {viewSize} from '../../internal/view-size.js';
import type {VideoCardElement} from '../video-card/video-card.js';

interface FirstCardsContext extends ListContext {
  readonly features: FeatureHost;
}

/**
 * Renders the cards of the first screen until the module for long lists has loaded, which then renders all cards. If
 * loading fails, renders the cards of all loaded videos.
 */
export class FirstCards implements Cards {
  settled: Promise<unknown> | undefined;
  columns = 1;
  rowsInView = 1;
  readonly firstInView = 0;

  readonly #context: FirstCardsContext;

  constructor(context: FirstCardsContext) {
    this.#context = context;
  }

  updated(): void {
    const {view, features} = this.#context;
    if (!view.grid) return;
    if (features.hasFailed('longList')) {
      this.#draw(Infinity);
      return;
    }
    // One card is enough to measure the others. A new card has no height yet.
    this.#draw(this.columns * this.rowsInView);
    this.settled = this.cardAt(0)?.drawn.then(() => this.#fill());
  }

  reveal(index: number, position: ScrollLogicalPosition = 'nearest') {
    this.#draw(index + 1);
    const card = this.cardAt(index);
    card?.scrollIntoView({block: position, inline: position});
    return Promise.resolve(card);
  }

  cardAt(index: number): VideoCardElement | undefined {
    return this.#context.view.drawnCards[index];
  }

  /**
   * Renders as many cards as fit into the view, and reserves the space of the others, so that nothing moves when they are
   * added.
   */
  #fill() {
    const {view, features, settings, store} = this.#context;
    const {grid} = view;
    const card = this.cardAt(0);
    if (features.cards || !grid || !card?.offsetHeight) return;
    const {rowGap, columnGap} = getComputedStyle(grid);
    const size = getComputedStyle(card);
    const height = parseFloat(size.height) + (parseFloat(rowGap) || 0);
    const width = parseFloat(size.width) + (parseFloat(columnGap) || 0);
    const isRow = settings.layout === 'row';
    this.columns = Math.round((isRow ? innerWidth : grid.clientWidth) / width) || 1;
    const room = viewSize(window).height - Math.max(0, grid.getBoundingClientRect().top);
    this.rowsInView = isRow ? 1 : Math.max(1, Math.ceil(room / height));
    this.#draw(this.columns * this.rowsInView);
    const lines = (count: number) => Math.ceil(count / this.columns);
    const missing = lines(store.state.items.length) - lines(view.drawnCards.length);
    if (!isRow) grid.style.paddingBlock = `0 ${missing * height}px`;
  }

  /** Never removes cards, which may be server-rendered. */
  #draw(count: number) {
    const {store, view, features, showCard, createCard} = this.#context;
    const {grid, drawnCards} = view;
    const {items} = store.state;
    if (!grid) return;
    const most = features.hasFailed('longList') ? items.loaded.length : items.length;
    const length = Math.min(most, Math.max(count, drawnCards.length));
    for (let index = 0; index < length; index++) {
      const card = drawnCards[index] ?? createCard();
      // Before it is inserted, so that it gets its language from the list and does not search for it.
      showCard(card, {index, video: items.at(index)});
      if (!card.isConnected) grid.append(card);
    }
    for (const card of drawnCards.slice(length)) card.remove();
    if (features.hasFailed('longList')) grid.style.paddingBlock = '';
  }
}
