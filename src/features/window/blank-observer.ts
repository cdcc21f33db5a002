import {isFramed} from '../../internal/view-size.js';
import type {Axis, Stretch} from './axis.js';
import {zoomOf} from './zoom.js';

/**
 * Hears when a stretch of the list that has no cards comes into view, for whatever reason: content above that closes, a
 * box that grows, a tab that is shown, an animation, a host page that scrolls the frame. It asks the browser, which knows
 * of everything that cuts a view off, also beyond the frame's own document.
 */
export class BlankObserver {
  /** In a frame: the part of the grid that its host page shows; undefined until that is known. */
  seen: DOMRectReadOnly | undefined;

  readonly #onBlank: () => void;
  /** They lie over what has no cards, before and after those that there are. */
  #made: readonly [HTMLElement, HTMLElement] | undefined;
  #observer: IntersectionObserver | undefined;
  #grid: HTMLElement | undefined;
  #stretches = '';

  constructor(onBlank: () => void) {
    this.#onBlank = onBlank;
  }

  /** Watches the stretches before and after what has cards, in layout pixels of the grid. */
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
    this.look();
  }

  /** Has everything reported anew. */
  look(): void {
    const grid = this.#grid;
    if (!grid) return;
    // More than nothing: a stretch that only touches the view is reported again when it comes in.
    this.#observer ??= new IntersectionObserver(this.#hear, {threshold: Number.MIN_VALUE});
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

  /** Made when they are first wanted: a server draws lists, too, and has no document. */
  get #blanks() {
    return (this.#made ??= [newBlank(), newBlank()]);
  }

  #hear = (entries: readonly IntersectionObserverEntry[]) => {
    const grid = this.#grid;
    if (!grid) return;
    const gridEntry = entries.findLast(({target}) => target === grid);
    // WebKit 2.50 reports what is zoomed in lengths that are neither the screen's nor the layout's.
    const isTrue = 'currentCSSZoom' in grid || zoomOf(grid) === 1;
    if (gridEntry?.isIntersecting) this.seen = isTrue ? visibleArea(gridEntry) : undefined;
    const isBlank = entries.some(({target, isIntersecting}) => target !== grid && isIntersecting);
    if (!isBlank) return;
    // What was known of the frame may have been so before its host page has scrolled.
    if (isInFrame(grid) && !gridEntry) this.look();
    else this.#onBlank();
  };
}

/**
 * Where a frame is seen, as far as its grid tells. An edge at which the grid ends by itself says nothing of what is
 * beyond it: there it may be seen for a screen more.
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
