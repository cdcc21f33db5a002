import {html} from 'lit';
import {renderButton} from '../../elements/video-list/button.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {isRightToLeft} from '../../internal/is-right-to-left.js';
import type {Strings} from '../../languages/strings.js';
import type {Feature, ListContext} from '../feature.js';
import {styles} from './row.styles.js';

/** Fraction of the view by which an arrow scrolls, so that a card at the edge is fully visible afterwards. */
const STEP = 0.9;

/** Scroll buttons and keys of a row. */
export function install(context: ListContext): Feature {
  const row = new Row(context);
  return {
    updated: () => row.observe(context.view.scroller),
    stop: () => row.observe(null),
    on: {scroll: row.updateArrows, keydown: row.press},
    regions: {
      backward: (strings) => row.renderArrow('backward', strings),
      forward: (strings) => row.renderArrow('forward', strings),
    },
  };
}

class Row {
  readonly #context: ListContext;
  #scroller: Element | null = null;
  #resized?: ResizeObserver;
  #goesBackward = false;
  #goesForward = false;

  constructor(context: ListContext) {
    this.#context = context;
  }

  observe(scroller: Element | null): void {
    if (scroller === this.#scroller) return;
    this.#scroller = scroller;
    this.#resized?.disconnect();
    if (!scroller) return;
    // In the next frame, because an arrow that is added in a ResizeObserver callback causes a loop error.
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(this.updateArrows));
    this.#resized.observe(scroller);
    this.#resized.observe(scroller.firstElementChild!);
  }

  /** Checks in which directions the row can scroll. */
  readonly updateArrows = (): void => {
    if (!this.#scroller) return;
    const {scrollLeft, scrollWidth, clientWidth} = this.#scroller;
    const distance = Math.abs(scrollLeft);
    const goesBackward = distance > 1;
    const goesForward = distance + clientWidth < scrollWidth - 1;
    if (goesBackward === this.#goesBackward && goesForward === this.#goesForward) return;
    this.#goesBackward = goesBackward;
    this.#goesForward = goesForward;
    this.#context.requestUpdate();
  };

  /** A scroll button; nothing if all cards are in view. */
  renderArrow(name: 'backward' | 'forward', strings: Strings): unknown {
    if (!this.#goesBackward && !this.#goesForward) return undefined;
    this.#context.list.addStyles(styles);
    const isForward = name === 'forward';
    const isEnabled = isForward ? this.#goesForward : this.#goesBackward;
    // The icons are mirrored for text from right to left.
    const sign = html`<span aria-hidden="true">${isForward ? '›' : '‹'}</span>`;
    const go = () => this.#scroll(isForward ? STEP : -STEP);
    return renderButton(name, sign, go, isEnabled, strings[name]);
  }

  /** Moves the focus from card to card. Ignores keys that an element in a card handles. */
  readonly press = (event: KeyboardEvent, card: VideoCardElement | null): void => {
    const {key, target} = event;
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    // An event that was queued has no target.
    const isInside = target && target !== card;
    if (isOther || !card || isInside || card.role !== 'listitem') return;
    const isMirrored = isRightToLeft(card);
    const last = this.#context.store.state.items.length - 1;
    const targets: Record<string, number> = {
      [isMirrored ? 'ArrowLeft' : 'ArrowRight']: Math.min(card.index + 1, last),
      [isMirrored ? 'ArrowRight' : 'ArrowLeft']: Math.max(card.index - 1, 0),
      Home: 0,
      End: last,
    };
    const index = targets[key];
    if (index === undefined) return;
    event.preventDefault();
    void this.#focus(index);
  };

  async #focus(index: number) {
    const card = await this.#context.cards.reveal(index);
    card?.focus({preventScroll: true});
  }

  #scroll(views: number) {
    const scroller = this.#scroller!;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollBy({
      left: scroller.clientWidth * views * (isRightToLeft(scroller) ? -1 : 1),
      behavior: isStill ? 'instant' : 'smooth',
    });
  }
}
