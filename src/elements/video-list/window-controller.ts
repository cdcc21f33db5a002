import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ListWindow, type Items} from '../../features/window/list-window.js';
import {createOwn} from '../../internal/define-element.js';
import {VideoCardElement, type CardLayout} from '../video-card/video-card.js';
import type {CardItem} from './reconcile-cards.js';

export type {Items as Places} from '../../features/window/list-window.js';

/** The list, as far as its window is concerned. */
export interface WindowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly places: Items;
  readonly layout: CardLayout;
  showCard(card: VideoCardElement, item: CardItem): void;
  showed(start: number, end: number): void;
}

/** Hands the window what it knows of today's list. */
export class WindowController extends ListWindow implements ReactiveController {
  readonly #host: WindowHost;
  readonly hostUpdate = () => this.beforeUpdate();
  readonly hostUpdated = () => this.updated();
  readonly hostDisconnected = () => this.disconnected();
  readonly bring = (index: number) => this.cardAt(index);

  constructor(host: WindowHost) {
    super({
      root: () => host.renderRoot as ShadowRoot,
      grid: () => host.renderRoot.querySelector<HTMLElement>('[part=grid]'),
      items: () => host.places,
      layout: () => host.layout,
      createCard: () => createOwn('video-card', VideoCardElement),
      showCard: (card, item) => host.showCard(card, item),
      rangeChanged: (start, end) => host.showed(start, end),
    });
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }
}
