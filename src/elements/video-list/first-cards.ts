import type {Cards, ListContext} from '../../features/feature.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {reconcileCards} from './reconcile-cards.js';

/** The cards of the first screen, until the window is there, which can draw all others. */
export class FirstCards implements Cards {
  readonly settled = undefined;
  columns = 1;
  rowsInView = 1;
  readonly firstInView = 0;

  readonly #context: ListContext;

  constructor(context: ListContext) {
    this.#context = context;
  }

  disconnected(): void {}

  beforeUpdate(): void {}

  updated(): void {
    this.#draw(1);
    const [card] = this.#cards;
    const {grid} = this.#context.view;
    if (!card || !grid) return;
    const {width, height} = card.getBoundingClientRect();
    this.columns = Math.round(grid.clientWidth / width) || 1;
    this.rowsInView = Math.ceil(innerHeight / height) || 1;
    this.#draw(this.columns * this.rowsInView);
  }

  reveal(index: number, position: ScrollLogicalPosition = 'nearest') {
    const card = this.cardAt(index);
    card?.scrollIntoView({block: position});
    return Promise.resolve(card);
  }

  cardAt(index: number): VideoCardElement | undefined {
    return this.#cards[index];
  }

  get #cards() {
    return this.#context.view.drawnCards;
  }

  /** Not fewer than there are: a server may have drawn them. */
  #draw(count: number) {
    const {store, view, showCard, createCard} = this.#context;
    const {items} = store.state;
    const length = Math.min(items.length, Math.max(count, this.#cards.length));
    const shown = Array.from({length}, (_, index) => ({index, video: items.at(index)}));
    if (view.grid) reconcileCards(view.grid, shown, showCard, createCard);
  }
}
