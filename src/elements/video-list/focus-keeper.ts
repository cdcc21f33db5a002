import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {VideoCardElement} from '../video-card/video-card.js';
import type {Places, WindowController} from './window-controller.js';

/** The list, as far as keeping the focus in it is concerned. */
export interface FocusHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly places: Places;
}

/**
 * Focus that goes with what had it does not fall to the page. From a card it goes to the one that is at its
 * place now; from a button to "Try again" where that came, to the first new card, or else to the first in view; where no
 * card is left, to what is said in their place.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: FocusHost;
  readonly #window: WindowController;
  #length = 0;
  #focused: Element | null = null;
  /** Place of the focused card; undefined for anything else. */
  #index: number | undefined;

  constructor(host: FocusHost, window: WindowController) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
  }

  hostUpdate() {
    this.#focused = this.#root.activeElement;
    this.#index = (this.#focused as VideoCardElement | null)?.index;
  }

  hostUpdated() {
    const length = this.#length;
    this.#length = this.#host.places.length;
    if (this.#focused && !this.#root.activeElement && this.#host.isConnected) {
      void this.#restore(length);
    }
  }

  get #root() {
    return this.#host.renderRoot as ShadowRoot;
  }

  async #restore(lengthBefore: number) {
    const {length} = this.#host.places;
    const isLost = (name: string) => this.#focused?.matches(`[part=${name}]`);
    const isAfter = length > lengthBefore || isLost('more');
    const next = isLost('news') ? 0 : isAfter ? lengthBefore : this.#window.firstInView;
    const card = await this.#window.reveal(Math.min(this.#index ?? next, length - 1));
    const stands = ['message', 'toolbar', 'status'].map(this.#find);
    const retry = this.#index === undefined && this.#find('retry');
    for (const stand of [retry, card, ...stands]) {
      if (document.activeElement !== document.body) return;
      // WebKit would put it on what a slot does not show.
      if (stand && stand.getClientRects().length > 0) stand.focus();
    }
  }

  #find = (part: string) => this.#root.querySelector<HTMLElement>(`[part=${part}]`);
}
