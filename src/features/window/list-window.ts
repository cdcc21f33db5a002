import type {Video} from '../../model/video.js';
import type {CardItem, ShowCard} from '../../elements/video-list/card-item.js';
import type {CardLayout, VideoCardElement} from '../../elements/video-card/video-card.js';
import {ancestorsOf, clippersOf} from './ancestors.js';
import {downwards, leftwards, sideways, type Axis, type Stretch} from './axis.js';
import {BlankObserver} from './blank-observer.js';
import {LaidOutLines} from './laid-out-lines.js';
import {linesNear, mostLines, type Lines} from './lines.js';
import {printedItems} from './print.js';
import {reconcileCards} from './reconcile-cards.js';
import {scaleOf, spanInView} from './span.js';
import {zoomOf} from './zoom.js';

/** Cards to render before and after the view, as a multiple of its length, once the user has started to scroll. */
const OVERSCAN = 1;

/** Milliseconds after a jump until its items are requested, because there may be further jumps. */
const JUMP_DELAY = 100;

/** The items of a list: an array of videos, or a table of pages. */
interface Items {
  readonly length: number;
  at(index: number): Video | undefined;
  /** Index of a video, also of a released one; -1 if it is not in the list. */
  indexOf(id: string): number;
}

/** What the window needs from its list. */
export interface WindowContext {
  /** The shadow root of the list, if there is one yet. */
  readonly root: () => ShadowRoot;
  /** The container of the cards, if there is one. Its parent is the scroll container of a row. */
  readonly grid: () => HTMLElement | null;
  readonly items: () => Items;
  readonly layout: () => CardLayout;
  readonly createCard: () => VideoCardElement;
  readonly showCard: ShowCard;
  /** Called with the range of indexes that have cards: from `start` to before `end`. */
  readonly rangeChanged: (start: number, end: number) => void;
}

/**
 * Keeps only the cards near the view in the DOM. All lines have the length of the first one, so the rest of the list is
 * padding of the same size. The focused card and its neighbours stay in the DOM wherever the user scrolls, so that Tab
 * continues from there.
 */
export class ListWindow {
  /** Resolves when the first cards are in the DOM. */
  settled: Promise<unknown> | undefined;

  readonly #context: WindowContext;
  readonly #blanks = new BlankObserver(() => this.#onBlank());
  #grid: HTMLElement | null = null;
  #axis: Axis = downwards;
  #layout: CardLayout | undefined;
  /** The card whose size is used for all cards. */
  #sample: VideoCardElement | undefined;
  #resized: ResizeObserver | undefined;
  #columns = 1;
  /** Layout pixels from one line to the next; 0 until a card has been rendered. */
  #stride = 0;
  #gap = 0;
  /** Lines with cards, counted from the first line with a layout. */
  #lines: Lines = [0, 0];
  /** Number of lines before the first one with a layout, when the cards were rendered. */
  #skipped = 0;
  readonly #laidOut = new LaidOutLines();
  /** The first index in view before a change of `layout`, until the cards have the new one. */
  #anchor: number | undefined;
  /** An index that must have a card, even outside of the view; -1 for none. */
  #wanted = -1;
  #overscan = 0;
  #scale = 0;
  #start = 0;
  #end = 0;
  #rangeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Nodes with listeners for scroll and focus events. */
  readonly #roots = new Set<Node>();
  /** Ancestors whose scrolling moves the list. */
  #ancestors: ReadonlySet<EventTarget | null> = new Set();
  #clippers: readonly Element[] = [];
  #isPrinting = false;

  constructor(context: WindowContext) {
    this.#context = context;
  }

  disconnected(): void {
    clearTimeout(this.#rangeTimer);
    this.#resized?.disconnect();
    this.#resized = undefined;
    this.#blanks.disconnect();
    this.#sample = undefined;
    for (const root of this.#roots) {
      root.removeEventListener('scroll', this.#onScroll, {capture: true});
      root.removeEventListener('focusin', this.#addOverscan, {capture: true});
    }
    this.#roots.clear();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#endPrint);
  }

  /** Called before rendering, while positions are unchanged. */
  beforeUpdate(): void {
    const layout = this.#context.layout();
    if (layout === this.#layout) return;
    // The position of the user is the focused card, if it is in view.
    const focused = this.#cards.find((card) => card.matches(':focus-within:not(.apart)'));
    if (this.#layout) {
      this.#anchor = focused?.index ?? this.firstInView;
      this.#grid?.removeAttribute('style');
    }
    this.#layout = layout;
  }

  updated(): void {
    const grid = this.#context.grid();
    this.#attach(grid);
    // A document without a window, such as one of `DOMParser`, has no layout.
    if (!grid?.ownerDocument.defaultView) return;
    this.#listen();
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#endPrint);
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor) this.#wanted = anchor;
    this.#reconcile(true);
    if (anchor !== undefined) {
      void this.#sample?.drawn.then(() => this.#measure(anchor));
    }
  }

  /** Number of columns. */
  get columns(): number {
    return this.#columns;
  }

  /** Number of rows that fit into the view, at least one. */
  get rowsInView(): number {
    const [from, to] = this.#span ?? [0, 0];
    return Math.floor((to - from) / this.#stride) || 1;
  }

  /** The first index in view. */
  get firstInView(): number {
    const [from] = this.#span ?? [0];
    if (!this.#stride) return 0;
    const line = Math.max(0, Math.floor((from + 1) / this.#stride));
    return (line + this.#laidOut.skipped) * this.#columns;
  }

  /** Scrolls to the card at an index. */
  async reveal(index: number, position: ScrollLogicalPosition = 'nearest') {
    // The scrollbar of the list may have made it narrower since the last measurement.
    this.#measure();
    this.#wanted = index;
    if (this.#grid) this.#countLines(this.#grid);
    this.#laidOut.include(Math.floor(index / this.#columns));
    this.#reconcile();
    const card = this.#cardWith(index);
    // A new card has no height yet.
    await card?.drawn;
    if (card) this.#axis.reveal(card, position);
    this.#laidOut.moveTo(this.#span?.[0] ?? 0);
    return card;
  }

  /** The card at an index: at once if there is one, otherwise after it has been created. */
  cardAt(index: number): VideoCardElement | undefined | Promise<VideoCardElement | undefined> {
    return this.#cardWith(index) ?? this.reveal(index);
  }

  /** Updates the number of lines. */
  #countLines(grid: HTMLElement) {
    const total = Math.ceil(this.#context.items().length / this.#columns);
    this.#laidOut.fit(total, mostLines(zoomOf(grid), this.#stride));
  }

  /** Scrolls the nearest scroll container that can scroll, by layout pixels. */
  #scrollBy(grid: HTMLElement, distance: number) {
    const start = this.#span?.[0];
    for (const scroller of [...this.#clippers, grid.ownerDocument.scrollingElement]) {
      if (scroller && this.#span?.[0] === start) this.#axis.scrollBy(scroller, distance);
    }
    this.#laidOut.moveTo(this.#span?.[0] ?? 0);
  }

  get #cards() {
    return [...(this.#grid?.children ?? [])] as VideoCardElement[];
  }

  #cardWith(index: number) {
    return this.#cards.find((card) => card.index === index);
  }

  get #span() {
    const grid = this.#grid;
    return grid ? spanInView(grid, this.#axis, this.#clippers, this.#blanks.seen) : undefined;
  }

  /** A list that was empty before has another grid. */
  #attach(grid: HTMLElement | null) {
    if (grid !== this.#grid) {
      this.#blanks.disconnect();
      this.#sample = undefined;
      this.#lines = [0, 0];
    }
    this.#grid = grid;
  }

  #listen() {
    const grid = this.#grid!;
    const isMirrored = getComputedStyle(grid).direction === 'rtl';
    const isRow = this.#layout === 'row';
    this.#axis = isRow ? (isMirrored ? leftwards : sideways) : downwards;
    this.#clippers = clippersOf(grid, this.#axis);
    this.#ancestors = new Set(ancestorsOf(grid));
    // Scroll events do not leave their shadow tree, so each tree needs a listener. Slots may be added later.
    for (const node of this.#ancestors as Iterable<Node>) {
      if (node.parentNode || this.#roots.has(node)) continue;
      this.#roots.add(node);
      node.addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
      node.addEventListener('focusin', this.#addOverscan, {capture: true});
    }
  }

  #onScroll = ({target}: Event) => {
    if (!this.#ancestors.has(target)) return;
    this.#overscan = OVERSCAN;
    const span = this.#span;
    const distance = span && this.#laidOut.follow(span, this.#stride);
    if (distance) this.#scrollBy(this.#grid!, distance);
    this.#reconcile();
  };

  /** Renders cards around the view when a card gets the focus. The first rendering does not include them. */
  #addOverscan = ({target}: Event) => {
    const card = this.#cards.find((card) => card.contains(target as Node));
    // The browser scrolls to the focused card, whose position is only correct if all lines have a layout.
    if (this.#laidOut.isPart && card?.classList.contains('apart')) void this.reveal(card.index);
    if (this.#overscan || !card) return;
    this.#overscan = OVERSCAN;
    this.#reconcile();
  };

  /** Called when a part without cards is in view. Waits for the end of an animation, which changes the view. */
  #onBlank() {
    const grid = this.#grid!;
    this.#listen();
    const scale = scaleOf(grid, this.#axis);
    const isAnimated = Math.abs(scale - this.#scale) > 0.001;
    this.#scale = scale;
    if (isAnimated) requestAnimationFrame(() => this.#blanks.observeAgain());
    else this.#reconcile();
  }

  /** @param showsAll - Whether to also update the cards that stay. */
  #reconcile(showsAll = false) {
    const grid = this.#grid;
    if (!grid || this.#isPrinting) return;
    const {length} = this.#context.items();
    const columns = this.#columns;
    this.#countLines(grid);
    const {count: lineCount, skipped} = this.#laidOut;
    // If the list is not displayed, as many lines as would fit into the window.
    const span = this.#span ?? (this.#lines[1] ? undefined : ([0, innerHeight] as const));
    const lines = this.#stride
      ? linesNear(span, {
          stride: this.#stride,
          lineCount,
          overscan: this.#overscan,
          drawn: this.#lines,
        })
      : // One card is enough to measure. Cards that already exist stay until then.
        ([0, Math.min(lineCount, this.#cards.length || 1)] as const);
    const isSame = skipped === this.#skipped && lines.join() === this.#lines.join();
    if (isSame && !showsAll && !this.#isMissing(this.#wanted)) return;
    this.#lines = lines;
    this.#skipped = skipped;
    this.#draw(grid, lines, showsAll, span);
    this.#axis.pad(grid, lines[0] * this.#stride, (lineCount - lines[1]) * this.#stride);
    this.#watch(grid, lineCount, span);
    const [start, end] = lines.map((line) => (line + skipped) * columns) as [number, number];
    this.#report(start, Math.min(end, length));
  }

  #isMissing(index: number) {
    return index >= 0 && !this.#cardWith(index);
  }

  #draw(
    grid: HTMLElement,
    [firstLine, endLine]: Lines,
    showsAll: boolean,
    [from, to]: Stretch = [0, 0],
  ) {
    const {items, showCard, createCard} = this.#context;
    const {length} = items();
    const columns = this.#columns;
    const start = (firstLine + this.#skipped) * columns;
    const end = Math.min((endLine + this.#skipped) * columns, length);
    const lineCount = this.#laidOut.count;
    const focused = this.#focusedIndex;
    const kept = focused === undefined ? [] : [focused - 1, focused, focused + 1];
    const isFar = (index: number) => index < start || index >= end;
    if (!isFar(this.#wanted)) this.#wanted = -1;
    const far = [...new Set([...kept, this.#wanted])]
      .filter((index) => index >= 0 && index < length && isFar(index))
      .sort((a, b) => a - b);
    const indexes = far.filter((index) => index < start);
    for (let index = start; index < end; index++) indexes.push(index);
    indexes.push(...far.filter((index) => index >= end));
    // The focused card keeps its video, even if the list has released it.
    const shown = indexes.map((index): CardItem => {
      const video =
        items().at(index) ?? (kept.includes(index) ? this.#heldVideo(index) : undefined);
      return {index, video};
    });
    const show: ShowCard = (card, item) => {
      const {index} = item;
      const isApart = isFar(index);
      if (isApart !== card.classList.contains('apart')) card.classList.toggle('apart', isApart);
      if (card.style.length) card.style.cssText = '';
      if (isApart) {
        const line = Math.floor(index / columns) - this.#skipped;
        // The card of a line without a layout is positioned at the nearer end.
        const drawnLine = Math.max(0, Math.min(line, lineCount - 1));
        this.#axis.place(card, drawnLine * this.#stride, index % columns);
      }
      const isNew = card.index !== index || card.video !== item.video || !card.part.value;
      if (isNew || showsAll) showCard(card, item);
    };
    // Half a view more, because the page may have scrolled further when the frame is painted.
    const margin = (to - from) / 2;
    const isInView = (index: number) => {
      const start = (Math.floor(index / columns) - this.#skipped) * this.#stride;
      return start < to + margin && start + this.#stride > from - margin;
    };
    reconcileCards(grid, shown, show, createCard, isInView);
  }

  /** For printing: all loaded items, without space for the others. */
  #print = () => {
    const grid = this.#grid;
    if (!grid) return;
    this.#isPrinting = true;
    const {items, showCard, createCard} = this.#context;
    const show: ShowCard = (card, item) => {
      card.classList.remove('apart');
      card.style.cssText = '';
      showCard(card, item);
    };
    reconcileCards(grid, printedItems(items()), show, createCard);
  };

  #endPrint = () => {
    this.#isPrinting = false;
    this.#reconcile(true);
  };

  /** Index of the focused card: that of its video, or its last index if the video has been removed. */
  get #focusedIndex() {
    const {activeElement} = this.#context.root();
    const card = activeElement && this.#cards.find((card) => card.contains(activeElement));
    if (!card) return undefined;
    const {length} = this.#context.items();
    const index = this.#indexOf(card.video);
    return index >= 0 ? index : Math.min(card.index, length - 1);
  }

  #indexOf(video: Video | undefined) {
    return video ? this.#context.items().indexOf(video.id) : -1;
  }

  /** The video of a card whose item has been released. */
  #heldVideo(index: number) {
    return this.#cards.find(({video}) => this.#indexOf(video) === index)?.video;
  }

  /**
   * @param span - The visible range before the cards were rendered. New cards have no height yet, and forcing a layout now would
   *   scroll a page that is at its end.
   */
  #watch(grid: HTMLElement, lineCount: number, [from, to]: Stretch = [0, 0]) {
    const [first, end] = this.#lines;
    const stride = this.#stride;
    // Early enough to render the next cards before they come into view.
    const margin = ((to - from) * this.#overscan) / 2;
    const before = first > 0 ? first * stride + margin : 0;
    const length = lineCount * stride - this.#gap;
    const after = end < lineCount ? end * stride - margin : length;
    this.#blanks.watch(grid, this.#axis, [
      [0, before],
      [after, length],
    ]);
    const sample = this.#cards.find((card) => !card.classList.contains('apart'));
    if (sample === this.#sample) return;
    this.#sample = sample;
    this.#resized?.disconnect();
    if (!sample) return;
    // In the next frame, because a size that changes in a ResizeObserver callback causes a loop error.
    const {ResizeObserver} = grid.ownerDocument.defaultView!;
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resized.observe(sample);
    this.#resized.observe(grid);
    if (!stride) this.settled = sample.drawn.then(() => this.#measure());
  }

  /** Reports the range of cards: at once while the user scrolls continuously, and a little later after a jump. */
  #report(start: number, end: number) {
    clearTimeout(this.#rangeTimer);
    const isJump = start > this.#end || end < this.#start;
    const report = () => this.#context.rangeChanged(start, end);
    if (isJump) this.#rangeTimer = setTimeout(report, JUMP_DELAY);
    else report();
    this.#start = start;
    this.#end = end;
  }

  /** Measures the first line. If its size has changed, keeps the visible items in view. */
  #measure(anchor?: number) {
    const grid = this.#grid;
    const sample = this.#sample;
    if (!grid || !sample?.isConnected) return;
    const {length, gap, columns} = this.#axis.measure(grid, sample);
    const stride = length + gap;
    const isSame = columns === this.#columns && Math.abs(stride - this.#stride) < 0.01;
    if (!length || (anchor === undefined && isSame)) return;
    const first = anchor ?? this.firstInView;
    this.#columns = columns;
    this.#stride = stride;
    this.#gap = gap;
    // The present lines are no longer valid.
    this.#lines = [0, 0];
    if (first > 0) void this.reveal(first, 'start');
    else this.#reconcile();
  }
}
