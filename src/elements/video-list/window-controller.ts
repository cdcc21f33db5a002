import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {arrangeCards, type CardPlace} from './arrange-cards.js';

/** Heights of the view that are filled with cards above it, and below it, once it is filled itself. */
const OVERSCAN = 1;

/** Milliseconds after a leap until what is there is asked for. */
const REST = 100;

/**
 * Pixels that a list may be high. Beyond what their numbers can hold (17.8 million in Firefox, 33.5 million
 * elsewhere), browsers lay a list out wrongly from its very start. So it ends there.
 */
const maxHeight = () => (CSS.supports('-moz-appearance: none') ? 17_000_000 : 33_000_000);

/** What a list has to show: an array of videos, or a table of pages. */
export interface Places {
  readonly length: number;
  at(place: number): Video | undefined;
}

/** The list, as far as its window is concerned. */
export interface WindowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly places: Places;
  /** Hands a card what it shows. */
  showCard(card: VideoCardElement, place: CardPlace): void;
  /** Called with the places that have cards now: from `start` to before `end`. */
  showed(start: number, end: number): void;
}

/**
 * Keeps cards in the DOM for what is near the view only. All rows are as high as the first, so the rest of
 * the list is padding of the same size. The focused card and its neighbours stay, wherever the reader has
 * scrolled to: Tab goes on from there.
 */
export class WindowController implements ReactiveController {
  /** Resolves when the first cards are in the DOM. */
  settled: Promise<unknown> | undefined;

  readonly #host: WindowHost;
  #grid: HTMLElement | null = null;
  #sample: Element | null = null;
  #resized?: ResizeObserver;
  #columns = 1;
  /** Pixels from one row to the next; 0 until a card has been drawn. */
  #pitch = 0;
  /** A place that must have a card, whether near the view or not. */
  #wanted = -1;
  #overscan = 0;
  #start = 0;
  #end = 0;
  #rest?: ReturnType<typeof setTimeout>;
  /** What scroll events are heard at. */
  readonly #roots = new Set<Node>();

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    clearTimeout(this.#rest);
    for (const root of this.#roots) {
      root.removeEventListener('scroll', this.#arrange, {capture: true});
    }
    this.#roots.clear();
  }

  hostUpdated() {
    // A scroll event does not leave the shadow tree it happens in. A slot may come later than the list.
    for (const node of ancestorsOf(this.#host)) {
      if (node.parentNode) continue;
      this.#roots.add(node);
      node.addEventListener('scroll', this.#arrange, {capture: true, passive: true});
    }
    this.#arrange();
  }

  /** Places beside each other. */
  get columns(): number {
    return this.#columns;
  }

  /** Rows that fit into the view, at least one. */
  get rowsInView(): number {
    return Math.max(1, Math.floor(innerHeight / this.#pitch)) || 1;
  }

  /** The place where what the reader sees begins. */
  get firstInView(): number {
    const {top = 0} = this.#grid?.getBoundingClientRect() ?? {};
    const row = Math.floor((this.#viewTop - top) / this.#pitch);
    return this.#pitch && Math.max(0, row * this.#columns);
  }

  /** Where the window begins, or an ancestor that cuts off what is scrolled out of it. */
  get #viewTop() {
    const boxes = ancestorsOf(this.#host)
      .filter((node) => node instanceof Element)
      .filter((element) => getComputedStyle(element).overflowY !== 'visible');
    return Math.max(0, ...boxes.map((element) => element.getBoundingClientRect().top));
  }

  /** Brings the card at a place into view. */
  async reveal(index: number, block: ScrollLogicalPosition = 'nearest') {
    // The list's own scrollbar may have made it narrower just now.
    this.#measure();
    this.#wanted = index;
    this.#arrange();
    const card = this.#cards.find((card) => card.index === index);
    // A new card has no height yet.
    await card?.updateComplete;
    card?.scrollIntoView({block});
    return card;
  }

  /** The card at a place: at once if it has one, else once it has been made. */
  bring(index: number): VideoCardElement | undefined | Promise<VideoCardElement | undefined> {
    return this.#cards.find((card) => card.index === index) ?? this.reveal(index);
  }

  get #cards() {
    return [...(this.#grid?.children ?? [])] as VideoCardElement[];
  }

  #arrange = (scroll?: Event) => {
    const {renderRoot, places} = this.#host;
    const grid = renderRoot.querySelector<HTMLElement>('[part=grid]');
    this.#grid = grid;
    if (!grid) return;
    const columns = this.#columns;
    const {length} = places;
    const rows = Math.min(Math.ceil(length / columns), Math.floor(maxHeight() / this.#pitch));
    const [firstRow, endRow] = this.#rowsNearView(grid, rows);
    const start = firstRow * columns;
    const end = Math.min(endRow * columns, length);
    if (scroll && start === this.#start && end === this.#end) return;
    const isNear = (index: number) => index >= start && index < end;
    const cards = this.#cards;
    const focused = cards.find((card) => card.matches(':focus-within'))?.index ?? -2;
    const kept = [focused - 1, focused, focused + 1];
    const indexes = new Set(
      [...kept, this.#wanted].filter((index) => index >= 0 && index < length),
    );
    for (let index = start; index < end; index++) indexes.add(index);
    const shown = [...indexes]
      .sort((a, b) => a - b)
      .map((index) => {
        // A card that has the focus keeps its video, even if the list has let go of it.
        const card = kept.includes(index) && cards.find((card) => card.index === index);
        return {index, video: places.at(index) ?? (card || undefined)?.video};
      });
    arrangeCards(grid, shown, (card, place) => {
      const {index} = place;
      const isApart = !isNear(index);
      const column = (index % columns) + 1;
      card.classList.toggle('apart', isApart);
      card.style.gridColumn = isApart ? `${column} / ${column + 1}` : '';
      card.style.top = isApart ? `${Math.floor(index / columns) * this.#pitch}px` : '';
      // Scrolling changes nothing about a card that stays.
      const isNew = card.index !== index || card.video !== place.video;
      if (isNew || !scroll) this.#host.showCard(card, place);
    });
    grid.style.paddingBlock = `${firstRow * this.#pitch}px ${(rows - endRow) * this.#pitch}px`;
    this.#watch(grid.querySelector<VideoCardElement>(':not(.apart)'));
    this.#tell(start, end);
    if (!this.#overscan && this.#pitch && grid.ariaBusy !== 'true') this.#fillAround();
  };

  /** What is in view comes first; what is around it, after it has been painted. */
  #fillAround() {
    this.#overscan = OVERSCAN;
    requestAnimationFrame(() => setTimeout(() => this.#arrange()));
  }

  #watch(sample: VideoCardElement | null) {
    if (sample === this.#sample) return;
    this.#sample = sample;
    this.#resized?.disconnect();
    if (!sample) return;
    // Not at once: what changes the size of a card while sizes are reported is reported as an error.
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resized.observe(sample);
    if (!this.#pitch) this.settled = sample.updateComplete.then(() => this.#measure());
  }

  /** At once while the reader moves along; after a leap once it is over, for there may be more of them. */
  #tell(start: number, end: number) {
    clearTimeout(this.#rest);
    const isLeap = start > this.#end || end < this.#start;
    const tell = () => this.#host.showed(start, end);
    if (isLeap) this.#rest = setTimeout(tell, REST);
    else tell();
    this.#start = start;
    this.#end = end;
  }

  #rowsNearView(grid: HTMLElement, rows: number): [first: number, end: number] {
    // One card will do to measure the rest by.
    if (!this.#pitch) return [0, Math.min(rows, 1)];
    const {top} = grid.getBoundingClientRect();
    const overscan = innerHeight * this.#overscan;
    const first = Math.floor((-top - overscan) / this.#pitch);
    const end = Math.ceil((innerHeight - top + overscan) / this.#pitch);
    return [Math.max(0, Math.min(first, rows - 1)), Math.min(rows, Math.max(end, 1))];
  }

  /** Takes the geometry from the first row. When it changes, the reader stays where they are. */
  #measure() {
    const grid = this.#grid;
    const height = this.#sample?.getBoundingClientRect().height;
    if (!grid || !height) return;
    const {gridTemplateColumns, rowGap} = getComputedStyle(grid);
    const columns = gridTemplateColumns.split(' ').length;
    const pitch = height + (parseFloat(rowGap) || 0);
    if (columns === this.#columns && pitch === this.#pitch) return;
    const {firstInView} = this;
    this.#columns = columns;
    this.#pitch = pitch;
    if (firstInView > 0) void this.reveal(firstInView, 'start');
    else this.#arrange();
  }
}

/** All that an element is in on the screen: through slots, and out of shadow roots. */
function ancestorsOf(element: Element): Node[] {
  const ancestors: Node[] = [];
  let node: Node | null = element;
  while ((node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host)) {
    ancestors.push(node);
  }
  return ancestors;
}
