import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {isRightToLeft} from '../../internal/is-right-to-left.js';
import type {Strings} from '../../languages/strings.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {renderButton} from './button.js';
import type {Places, WindowController} from './window-controller.js';

/** The share of the view by which an arrow moves it: a card that was cut off is whole afterwards. */
const STEP = 0.9;

/** The list, as far as a row's arrows and keys are concerned. */
export interface RowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly layout: string;
  readonly places: Places;
}

/** The arrows of a row, and its keys. */
export class RowController implements ReactiveController {
  readonly #host: RowHost;
  readonly #window: WindowController;
  #shelf: Element | null = null;
  #resized?: ResizeObserver;
  #goesBackward = false;
  #goesForward = false;

  constructor(host: RowHost, window: WindowController) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
  }

  hostUpdated() {
    const shelf = this.#isRow ? this.#host.renderRoot.querySelector('[part=shelf]') : null;
    if (shelf === this.#shelf) return;
    this.#shelf = shelf;
    this.#resized?.disconnect();
    if (!shelf) return;
    // Not at once: an arrow that comes while sizes are reported is another size to report.
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(this.look));
    this.#resized.observe(shelf);
    this.#resized.observe(shelf.firstElementChild!);
  }

  /** Sees whether the row goes on, to either side. */
  readonly look = () => {
    if (!this.#shelf) return;
    const {scrollLeft, scrollWidth, clientWidth} = this.#shelf;
    const distance = Math.abs(scrollLeft);
    const goesBackward = distance > 1;
    const goesForward = distance + clientWidth < scrollWidth - 1;
    if (goesBackward === this.#goesBackward && goesForward === this.#goesForward) return;
    this.#goesBackward = goesBackward;
    this.#goesForward = goesForward;
    this.#host.requestUpdate();
  };

  /** An arrow; none where all cards are in view. */
  renderArrow(name: 'backward' | 'forward', strings: Strings) {
    if (!this.#isRow || !(this.#goesBackward || this.#goesForward)) return nothing;
    const isForward = name === 'forward';
    const isEnabled = isForward ? this.#goesForward : this.#goesBackward;
    // The signs are mirrored where the writing goes from right to left.
    const sign = html`<span aria-hidden="true">${isForward ? '›' : '‹'}</span>`;
    const go = () => this.#scroll(isForward ? STEP : -STEP);
    return renderButton(name, sign, go, isEnabled, strings[name]);
  }

  /** Moves the focus from card to card; keys that are for something in a card are left to it. */
  readonly press = (event: KeyboardEvent) => {
    const {key, target} = event;
    const card = target as VideoCardElement;
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!this.#isRow || isOther || card.role !== 'listitem') return;
    const last = this.#host.places.length - 1;
    const next = isRightToLeft(this.#host) ? 'ArrowLeft' : 'ArrowRight';
    const previous = isRightToLeft(this.#host) ? 'ArrowRight' : 'ArrowLeft';
    const places: Record<string, number> = {
      [next]: Math.min(card.index + 1, last),
      [previous]: Math.max(card.index - 1, 0),
      Home: 0,
      End: last,
    };
    const place = places[key];
    if (place === undefined) return;
    event.preventDefault();
    void this.#focus(place);
  };

  async #focus(place: number) {
    const card = await this.#window.reveal(place);
    card?.focus({preventScroll: true});
  }

  #scroll(views: number) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#shelf!.scrollBy({
      left: this.#shelf!.clientWidth * views * (isRightToLeft(this.#host) ? -1 : 1),
      behavior: isStill ? 'instant' : 'smooth',
    });
  }

  get #isRow() {
    return this.#host.layout === 'row';
  }
}
