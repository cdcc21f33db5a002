import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {warnOnce} from '../../internal/warn-once.js';
import {words} from '../../internal/words.js';
import {filterNames, type VideoFilters} from '../../model/video-filters.js';
import type {PageController} from './page-controller.js';
import type {ListPlace, PlaceRouter} from './place-router.js';
import type {WindowController} from './window-controller.js';

/** Milliseconds of rest until the reader's place is noted. */
const REST = 300;

/** The list, as far as the reader's place is concerned. */
export interface PlaceHost extends ReactiveControllerHost, HTMLElement {
  readonly history?: PlaceRouter | undefined;
  readonly filters: VideoFilters;
  readonly page: number;
  /** Whether the list is being drawn as it was on a server. */
  readonly isTakingOver: boolean;
  /** Names of the filters that the reader may not change. */
  readonly locked?: string | null;
}

/** Brings a reader who comes back to where they were. */
export class PlaceController implements ReactiveController {
  /** Where the reader was; undefined for one who has not been here. */
  last: ListPlace | undefined;

  readonly #host: PlaceHost;
  readonly #pages: PageController;
  readonly #window: WindowController;
  #noting?: ReturnType<typeof setTimeout>;
  #hasRead = false;

  constructor(host: PlaceHost, pages: PageController, window: WindowController) {
    this.#host = host;
    this.#pages = pages;
    this.#window = window;
    host.addController(this);
  }

  /** Before the first rendering: what is asked for first depends on it. A server's rendering is taken over before. */
  hostUpdate() {
    const host = this.#host;
    if (this.#hasRead || !host.isConnected || host.isTakingOver) return;
    this.#hasRead = true;
    const last = (this.last = this.#read());
    if (!last) return;
    const {filters, page, index} = last;
    const locked = words(host.locked);
    for (const name of filterNames) {
      const filter: unknown = filters?.[name];
      const isFree = !locked.includes(name);
      if (isFree && typeof filter === 'string') Object.assign(host, {[name]: filter});
    }
    Object.assign(host, {page});
    const reveal = () => void this.#window.reveal(index, 'start');
    host.addEventListener('video-list-load', reveal, {once: true});
    this.#pages.restart();
  }

  /** The entry of the history may be another page's already. */
  hostDisconnected() {
    clearTimeout(this.#noting);
  }

  /** Notes where the reader is, once they are at rest and something is there. */
  note() {
    const host = this.#host;
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => {
      const {filters, page, history} = host;
      const {table} = this.#pages;
      if (table && table.heldPages.length === 0) return;
      const pageCount = table?.pageCount ?? 1;
      history?.write(host, {filters, page, pageCount, index: this.#window.firstInView});
    }, REST);
  }

  #read() {
    const host = this.#host;
    try {
      return host.history?.read(host);
    } catch (cause) {
      warnOnce(`The reader’s place could not be read: ${String(cause)}`);
      return undefined;
    }
  }
}
