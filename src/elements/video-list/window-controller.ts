import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Video} from '../../model/video.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {arrangeCards, type CardPlace} from './arrange-cards.js';
import {ancestorsOf, type Axis} from './axis.js';

/** Lengths of the view that are filled with cards before it, and after it, once it is filled itself. */
const OVERSCAN = 1;

/** Milliseconds after a leap until what is there is asked for. */
const REST = 100;

/**
 * Pixels that a list may be long. Beyond what their numbers can hold (17.8 million in Firefox, 33.5 million
 * elsewhere), browsers lay a list out wrongly from its very start. So it ends there.
 */
const maxLength = () => (CSS.supports('-moz-appearance: none') ? 17_000_000 : 33_000_000);

/** What a list has to show: an array of videos, or a table of pages. */
export interface Places {
  readonly length: number;
  at(place: number): Video | undefined;
}

/** The list, as far as its window is concerned. */
export interface WindowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly places: Places;
  /** How cards are laid out; a change of it changes where they are. */
  readonly layout: string;
  readonly axis: Axis;
  /** Whether the list is being drawn as it was on a server. */
  readonly isTakingOver: boolean;
  /** Hands a card what it shows. */
  showCard(card: VideoCardElement, place: CardPlace): void;
  /** Called with the places that have cards now: from `start` to before `end`. */
  showed(start: number, end: number): void;
}

/**
 * Keeps cards in the DOM for what is near the view only. All lines are as long as the first, so the rest of
 * the list is padding of the same size. The focused card and its neighbours stay, wherever the reader has
 * scrolled to: Tab goes on from there.
 */
export class WindowController implements ReactiveController {
  /** Resolves when the first cards are in the DOM. */
  settled: Promise<unknown> | undefined;

  readonly #host: WindowHost;
  #grid: HTMLElement | null = null;
  #sample: VideoCardElement | null = null;
  #resized?: ResizeObserver;
  #layout?: string;
  #axis!: Axis;
  #columns = 1;
  /** Pixels from one line to the next; 0 until a card has been drawn. */
  #pitch = 0;
  /** Where the reader was before the layout changed, until the cards have taken the new one. */
  #place?: number | undefined;
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

  /** Before anything moves. */
  hostUpdate() {
    const {layout, axis} = this.#host;
    if (layout === this.#layout) return;
    // The card that has the focus, if it is in view, is where the reader is.
    const focused = this.#cards.find((card) => card.matches(':focus-within:not(.apart)'));
    if (this.#axis) this.#place = focused?.index ?? this.firstInView;
    if (axis !== this.#axis) this.#grid?.removeAttribute('style');
    this.#layout = layout;
    this.#axis = axis;
  }

  hostUpdated() {
    const {renderRoot} = this.#host;
    // A scroll event does not leave the shadow tree it happens in. A slot may come later than the list.
    for (const node of [renderRoot, ...ancestorsOf(renderRoot)]) {
      if (node.parentNode) continue;
      this.#roots.add(node);
      node.addEventListener('scroll', this.#arrange, {capture: true, passive: true});
    }
    const place = this.#place;
    this.#place = undefined;
    if (place) this.#wanted = place;
    if (this.#host.isTakingOver) this.#takeOver();
    this.#arrange();
    if (place !== undefined) void this.#sample?.drawn.then(() => this.#measure(place));
  }

  /** Places beside each other. */
  get columns(): number {
    return this.#columns;
  }

  /** Rows that fit into the view, at least one. */
  get rowsInView(): number {
    return Math.floor(this.#axis.viewLength(this.#grid!) / this.#pitch) || 1;
  }

  /** The place where what the reader sees begins. */
  get firstInView(): number {
    const grid = this.#grid;
    if (!grid || !this.#pitch) return 0;
    const line = Math.floor((this.#axis.clip(grid) - this.#axis.begin(grid)) / this.#pitch);
    return Math.max(0, line * this.#columns);
  }

  /** Brings the card at a place into view. */
  async reveal(index: number, position: ScrollLogicalPosition = 'nearest') {
    // The list's own scrollbar may have made it narrower just now.
    this.#measure();
    this.#wanted = index;
    this.#arrange();
    const card = this.#cards.find((card) => card.index === index);
    // A new card has no height yet.
    await card?.drawn;
    if (card) this.#axis.reveal(card, position);
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
    const axis = this.#axis;
    const {length} = places;
    const lines = Math.min(Math.ceil(length / columns), Math.floor(maxLength() / this.#pitch));
    const [firstLine, endLine] = this.#linesNearView(grid, lines);
    const start = firstLine * columns;
    const end = Math.min(endLine * columns, length);
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
      card.classList.toggle('apart', isApart);
      if (card.style.length) card.style.cssText = '';
      if (isApart) axis.place(card, Math.floor(index / columns) * this.#pitch, index % columns);
      // Scrolling changes nothing about a card that stays.
      const isNew = card.index !== index || card.video !== place.video;
      if (isNew || !scroll) this.#host.showCard(card, place);
    });
    axis.pad(grid, firstLine * this.#pitch, (lines - endLine) * this.#pitch);
    this.#watch(grid.querySelector<VideoCardElement>(':not(.apart)'));
    this.#tell(start, end);
    if (!this.#overscan && this.#pitch && grid.ariaBusy !== 'true') this.#fillAround();
  };

  /** Cards that a server has drawn can be measured at once, so that they stay. */
  #takeOver() {
    this.#grid = this.#host.renderRoot.querySelector<HTMLElement>('[part=grid]');
    this.#overscan = OVERSCAN;
    this.#watch(this.#cards[0] ?? null);
    this.#measure();
  }

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
    if (!this.#pitch) this.settled = sample.drawn.then(() => this.#measure());
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

  #linesNearView(grid: HTMLElement, lines: number): [first: number, end: number] {
    // One card will do to measure the rest by.
    if (!this.#pitch) return [0, Math.min(lines, 1)];
    const begin = this.#axis.begin(grid);
    const length = this.#axis.viewLength(grid);
    const overscan = length * this.#overscan;
    const first = Math.floor((-begin - overscan) / this.#pitch);
    const end = Math.ceil((length - begin + overscan) / this.#pitch);
    return [Math.max(0, Math.min(first, lines - 1)), Math.min(lines, Math.max(end, 1))];
  }

  /** Takes the geometry from the first line. When it changes, the reader stays where they are. */
  #measure(place?: number) {
    const grid = this.#grid;
    const sample = this.#sample;
    if (!grid || !sample) return;
    const {length, gap, columns} = this.#axis.measure(grid, sample);
    const pitch = length + gap;
    if (!length || (place === undefined && columns === this.#columns && pitch === this.#pitch))
      return;
    const first = place ?? this.firstInView;
    this.#columns = columns;
    this.#pitch = pitch;
    if (first > 0) void this.reveal(first, 'start');
    else this.#arrange();
  }
}
