import {isFramed} from '../../internal/view-size.js';
import type {Axis, Stretch} from './axis.js';
import {zoomOf} from './zoom.js';

/**
 * Detects when a part of the list without cards comes into view, for any reason: content above the list that collapses, a
 * scroll container that grows, a tab that is shown, an animation, a host page that scrolls the frame. It uses an
 * IntersectionObserver, because only the browser knows all that clips the view, also outside of a frame.
 */
export class BlankObserver {
  /** In a frame: the part of the grid that its host page shows; undefined until it is known. */
  seen: DOMRectReadOnly | undefined;

  readonly #onBlank: () => void;
  /** Invisible elements over the parts without cards, before and after the cards. */
  #made: readonly [HTMLElement, HTMLElement] | undefined;
  #observer: IntersectionObserver | undefined;
  #grid: HTMLElement | undefined;
  #stretches = '';

  constructor(onBlank: () => void) {
    this.#onBlank = onBlank;
  }

  /** Watches the parts before and after the cards, in layout pixels of the grid. */
  watch(grid: HTMLElement, axis: Axis, stretches: readonly [Stretch, Stretch]): void {
    const key = stretches.join();
    if (grid === this.#grid && key === this.#stretches) return;
    this.#grid = grid;
    this.#stretches = key;
    stretches.forEach(([start, end], index) => {
      const blank = this.#blanks[index]!;
      blank.hidden = end <= start;
      axis.cover(blank, start, end - start);
    });
    if (this.#blanks[0].parentNode !== grid.parentNode) grid.after(...this.#blanks);
    this.observeAgain();
  }

  /** Makes the observer report all elements again. */
  observeAgain(): void {
    const grid = this.#grid;
    if (!grid) return;
    // Greater than 0. With 0, an element that touches the view is not reported again when it comes into view.
    this.#observer ??= new IntersectionObserver(this.#onIntersection, {
      threshold: Number.MIN_VALUE,
    });
    this.#observer.disconnect();
    for (const blank of this.#blanks) this.#observer.observe(blank);
    if (isInFrame(grid)) this.#observer.observe(grid);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#grid = undefined;
    this.seen = undefined;
    for (const blank of this.#made ?? []) blank.remove();
  }

  /** Created on first use, because servers have no document. */
  get #blanks() {
    return (this.#made ??= [newBlank(), newBlank()]);
  }

  #onIntersection = (entries: readonly IntersectionObserverEntry[]) => {
    const grid = this.#grid;
    if (!grid) return;
    const gridEntry = entries.findLast(({target}) => target === grid);
    // With `zoom`, WebKit 2.50 reports lengths that are neither screen pixels nor layout pixels.
    const isReliable = 'currentCSSZoom' in grid || zoomOf(grid) === 1;
    if (gridEntry?.isIntersecting) this.seen = isReliable ? visibleArea(gridEntry) : undefined;
    const isBlank = entries.some(({target, isIntersecting}) => target !== grid && isIntersecting);
    if (!isBlank) return;
    // The known area of the frame may be outdated since its host page has scrolled.
    if (isInFrame(grid) && !gridEntry) this.observeAgain();
    else this.#onBlank();
  };
}

/**
 * The visible area of a frame, derived from the visible part of the grid. At an edge where the grid itself ends, the size of
 * the screen is added, because more of the frame may be visible.
 */
function visibleArea({boundingClientRect: all, intersectionRect: part}: IntersectionObserverEntry) {
  const left = part.left > all.left + 1 ? part.left : Math.max(part.left - screen.width, 0);
  const top = part.top > all.top + 1 ? part.top : Math.max(part.top - screen.height, 0);
  const right =
    part.right < all.right - 1 ? part.right : Math.min(part.right + screen.width, innerWidth);
  const bottom =
    part.bottom < all.bottom - 1 ? part.bottom : Math.min(part.bottom + screen.height, innerHeight);
  return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
}

function isInFrame({ownerDocument: {defaultView}}: Element) {
  return !!defaultView && isFramed(defaultView);
}

function newBlank() {
  const blank = document.createElement('div');
  blank.className = 'blank';
  blank.ariaHidden = 'true';
  return blank;
}
