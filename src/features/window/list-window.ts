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

/** Views of cards before the one in view, and after it, once the user has begun to move. */
const OVERSCAN = 1;

/** Milliseconds after a leap until what is there is asked for. */
const REST = 100;

/** What a list has to show: an array of videos, or a table of pages. */
interface Items {
  readonly length: number;
  at(index: number): Video | undefined;
  /** Index of a video, also of one that was let go of; -1 for one that is not in the list. */
  indexOf(id: string): number;
}

/** All that the window knows of its list. */
export interface WindowContext {
  /** The list's shadow root, once there is one. */
  readonly root: () => ShadowRoot;
  /** The element whose children are the cards, while there is one; its parent scrolls where a row goes sideways. */
  readonly grid: () => HTMLElement | null;
  readonly items: () => Items;
  readonly layout: () => CardLayout;
  readonly createCard: () => VideoCardElement;
  readonly showCard: ShowCard;
  /** Called with the indexes that have cards now: from `start` to before `end`. */
  readonly rangeChanged: (start: number, end: number) => void;
}

/**
 * Keeps cards in the DOM for what is near the view only. All lines are as long as the first, so the rest of the list is
 * padding of the same size. The focused card and its neighbours stay wherever the user scrolls: Tab goes on from there.
 */
export class ListWindow {
  /** Resolves when the first cards are in the DOM. */
  settled: Promise<unknown> | undefined;

  readonly #context: WindowContext;
  readonly #blanks = new BlankObserver(() => this.#lookAgain());
  #grid: HTMLElement | null = null;
  #axis: Axis = downwards;
  #layout: CardLayout | undefined;
  /** The card that the others are measured by. */
  #sample: VideoCardElement | undefined;
  #resized: ResizeObserver | undefined;
  #columns = 1;
  /** Layout pixels from one line to the next; 0 until a card has been drawn. */
  #stride = 0;
  #gap = 0;
  /** Lines that have cards, counted from the first that is laid out. */
  #lines: Lines = [0, 0];
  /** Lines before the first that is laid out, when the cards were drawn. */
  #skipped = 0;
  readonly #laidOut = new LaidOutLines();
  /** The first index in view before the layout changed, until the cards have taken the new one. */
  #anchor: number | undefined;
  /** An index that must have a card, whether near the view or not. */
  #wanted = -1;
  #overscan = 0;
  #scale = 0;
  #start = 0;
  #end = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** What scroll events are heard at. */
  readonly #roots = new Set<Node>();
  /** What the list moves with when it scrolls. */
  #ancestors: ReadonlySet<EventTarget | null> = new Set();
  #clippers: readonly Element[] = [];
  #isPrinting = false;

  constructor(context: WindowContext) {
    this.#context = context;
  }

  disconnected(): void {
    clearTimeout(this.#rest);
    this.#resized?.disconnect();
    this.#resized = undefined;
    this.#blanks.disconnect();
    this.#sample = undefined;
    for (const root of this.#roots) {
      root.removeEventListener('scroll', this.#hearScroll, {capture: true});
      root.removeEventListener('focusin', this.#widen, {capture: true});
    }
    this.#roots.clear();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#endPrint);
  }

  /** Before anything moves. */
  beforeUpdate(): void {
    const layout = this.#context.layout();
    if (layout === this.#layout) return;
    // The card that has the focus, if it is in view, is where the user is.
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
    // Nothing can be measured in a document without a window, as `DOMParser` makes them.
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

  /** Items beside each other. */
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
    // The list's own scrollbar may have made it narrower just now.
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

  /** The card at an index: at once if it has one, else once it has been made. */
  cardAt(index: number): VideoCardElement | undefined | Promise<VideoCardElement | undefined> {
    return this.#cardWith(index) ?? this.reveal(index);
  }

  /** Looks which lines there are to lay out. */
  #countLines(grid: HTMLElement) {
    const total = Math.ceil(this.#context.items().length / this.#columns);
    this.#laidOut.fit(total, mostLines(zoomOf(grid), this.#stride));
  }

  /** Scrolls by layout pixels: the first of the boxes around the cards that can be scrolled. */
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

  /** A list that is empty for a while draws another grid afterwards. */
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
    // A scroll event does not leave the shadow tree it happens in. A slot may come later than the list.
    for (const node of this.#ancestors as Iterable<Node>) {
      if (node.parentNode || this.#roots.has(node)) continue;
      this.#roots.add(node);
      node.addEventListener('scroll', this.#hearScroll, {capture: true, passive: true});
      node.addEventListener('focusin', this.#widen, {capture: true});
    }
  }

  #hearScroll = ({target}: Event) => {
    if (!this.#ancestors.has(target)) return;
    this.#overscan = OVERSCAN;
    const span = this.#span;
    const distance = span && this.#laidOut.follow(span, this.#stride);
    if (distance) this.#scrollBy(this.#grid!, distance);
    this.#reconcile();
  };

  /** What is around the view is drawn once the user moves, not with the first cards. */
  #widen = ({target}: Event) => {
    const card = this.#cards.find((card) => card.contains(target as Node));
    // The browser scrolls to where it is kept, which is not where it would be if all lines were laid out.
    if (this.#laidOut.isPart && card?.classList.contains('apart')) void this.reveal(card.index);
    if (this.#overscan || !card) return;
    this.#overscan = OVERSCAN;
    this.#reconcile();
  };

  /** Something without cards is in view. While an animation goes on, the view is not what it will be. */
  #lookAgain() {
    const grid = this.#grid!;
    this.#listen();
    const scale = scaleOf(grid, this.#axis);
    const isAnimated = Math.abs(scale - this.#scale) > 0.001;
    this.#scale = scale;
    if (isAnimated) requestAnimationFrame(() => this.#blanks.look());
    else this.#reconcile();
  }

  /** @param showsAll - Whether cards that stay are shown anew as well. */
  #reconcile(showsAll = false) {
    const grid = this.#grid;
    if (!grid || this.#isPrinting) return;
    const {length} = this.#context.items();
    const columns = this.#columns;
    this.#countLines(grid);
    const {count: lineCount, skipped} = this.#laidOut;
    // Where nothing is displayed, as many as a window would show.
    const span = this.#span ?? (this.#lines[1] ? undefined : ([0, innerHeight] as const));
    const lines = this.#stride
      ? linesNear(span, {
          stride: this.#stride,
          lineCount,
          overscan: this.#overscan,
          drawn: this.#lines,
        })
      : // One card will do to measure the rest by; those that are there already stay until then.
        ([0, Math.min(lineCount, this.#cards.length || 1)] as const);
    const isSame = skipped === this.#skipped && lines.join() === this.#lines.join();
    if (isSame && !showsAll && !this.#isMissing(this.#wanted)) return;
    this.#lines = lines;
    this.#skipped = skipped;
    this.#draw(grid, lines, showsAll);
    this.#axis.pad(grid, lines[0] * this.#stride, (lineCount - lines[1]) * this.#stride);
    this.#watch(grid, lineCount, span);
    const [start, end] = lines.map((line) => (line + skipped) * columns) as [number, number];
    this.#tell(start, Math.min(end, length));
  }

  #isMissing(index: number) {
    return index >= 0 && !this.#cardWith(index);
  }

  #draw(grid: HTMLElement, [firstLine, endLine]: Lines, showsAll: boolean) {
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
    // A card that has the focus keeps its video, even if the list has let go of it.
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
        // What is not laid out is at the end that it lies beyond.
        const drawnLine = Math.max(0, Math.min(line, lineCount - 1));
        this.#axis.place(card, drawnLine * this.#stride, index % columns);
      }
      const isNew = card.index !== index || card.video !== item.video || !card.part.value;
      if (isNew || showsAll) showCard(card, item);
    };
    reconcileCards(grid, shown, show, createCard);
  }

  /** A printer has no view: all that is loaded, without room for what is not. */
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

  /** Index of what has the focus: of its video, or where that was if it has gone. */
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

  /** The video that a card has of an item which is not loaded any more. */
  #heldVideo(index: number) {
    return this.#cards.find(({video}) => this.#indexOf(video) === index)?.video;
  }

  /** @param span - As before the cards were drawn. New ones have no height yet: at the end of a page, to ask for a layout now would scroll. */
  #watch(grid: HTMLElement, lineCount: number, [from, to]: Stretch = [0, 0]) {
    const [first, end] = this.#lines;
    const stride = this.#stride;
    // In good time, once there is more than what is in view.
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
    // Not at once: what changes the size of a card while sizes are reported is reported as an error.
    const {ResizeObserver} = grid.ownerDocument.defaultView!;
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resized.observe(sample);
    this.#resized.observe(grid);
    if (!stride) this.settled = sample.drawn.then(() => this.#measure());
  }

  /** At once while the user moves along; after a leap once it is over, for there may be more of them. */
  #tell(start: number, end: number) {
    clearTimeout(this.#rest);
    const isLeap = start > this.#end || end < this.#start;
    const tell = () => this.#context.rangeChanged(start, end);
    if (isLeap) this.#rest = setTimeout(tell, REST);
    else tell();
    this.#start = start;
    this.#end = end;
  }

  /** Takes the geometry from the first line. When it changes, the user stays where they are. */
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
    // The lines that are drawn are others now.
    this.#lines = [0, 0];
    if (first > 0) void this.reveal(first, 'start');
    else this.#reconcile();
  }
}
