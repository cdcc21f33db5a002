import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fetchVideoPage} from '../../data/fetch-video-page.js';
import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoPageQuery} from '../../data/video-page-query.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {withoutVideos} from '../../model/merge-videos.js';
import {PageTable} from '../../model/page-table.js';
import type {ListPlace} from './place-router.js';
import {VideoListErrorEvent, VideoListLoadEvent} from './video-list.events.js';

/** Stands for all pages among the flights, when what is shown is brought up to date. */
const UPDATE = 0;

/** How many pages beside those in view are asked for no longer, and held on to. */
const NEAR = 1;

/** The list, as far as its requests are concerned. */
export interface PageHost extends ReactiveControllerHost, HTMLElement {
  /** The first page to ask for; undefined for nothing. A change of it asks anew. */
  readonly query: VideoPageQuery | undefined;
  /** How readers get to other pages; a change of it asks anew. */
  readonly paging: string;
  /** Whether the list shows all places of the whole list as soon as its length is known. */
  readonly spansAll: boolean;
  /** The first page, where it is there already. */
  readonly initialPage?: VideoPage;
  /** Whether the list is being drawn as it was on a server. */
  readonly isTakingOver: boolean;
  /** Where the reader was when they left; before there is a page. */
  readonly lastPlace: ListPlace | undefined;
  /** Whether the reader sees where the list begins, so that what is new may be put there. */
  isAtTop(): Promise<boolean>;
}

/** Where a reader is who has not been here before. */
const START = {pageCount: 1, index: 0};

/** How pages are asked for. */
interface Asking {
  /** Where they are put; the list shows it from then on. */
  readonly table: PageTable;
  /** `no-cache` where a copy that the browser has kept for seconds is too old. */
  readonly cache?: RequestCache;
  /** Whether nobody waits for them. */
  readonly isQuiet?: boolean;
}

/**
 * Keeps a list's pages in step with its query. The last good pages stay until the next ones are there. A
 * newer request for a page aborts an older one; leaving the document aborts, coming back asks again, and
 * a move within one turn does neither.
 */
export class PageController implements ReactiveController {
  /** What is shown. */
  table: PageTable | undefined;
  /** Why the latest request failed; kept until one succeeds. */
  error: VideoListError | undefined;
  isPending = false;
  /** How many videos are new, held back while the reader is further down. */
  newsCount = 0;
  /** Asks again for what could not be loaded. */
  retry = () => this.refresh();

  readonly #host: PageHost;
  #asked = '';
  /** What the latest query is answered with; shown once there is an answer. */
  #latest: PageTable | undefined;
  /** Pages that could not be loaded: not asked for again by themselves. */
  readonly #failed = new Set<number>();
  readonly #flights = new Map<number, AbortController>();
  #hasLeft = false;
  #isUpdating = false;
  #wantsUpdate = false;

  constructor(host: PageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (this.#hasLeft) void (this.#wanted === this.#asked ? this.refresh() : this.load());
    this.#hasLeft = false;
  }

  hostDisconnected() {
    queueMicrotask(() => {
      this.#hasLeft = !this.#host.isConnected;
      if (this.#hasLeft) this.#abort();
    });
  }

  /** Begins with what the page has already; on a server as well. */
  start() {
    const {query, initialPage, spansAll} = this.#host;
    if (this.table || !query || !initialPage) return;
    this.#asked = this.#wanted;
    const {pageIndex, pageSize} = query;
    this.table = this.#latest = new PageTable(pageSize, pageIndex, spansAll);
    this.table.put(new Map([[pageIndex, initialPage]]));
  }

  /** Has everything asked for anew. */
  restart() {
    this.#asked = '';
  }

  /** A list drawn on a server is taken over as it is before anything is asked for. */
  hostUpdated() {
    const {isConnected, isTakingOver} = this.#host;
    if (this.#wanted === this.#asked || !isConnected || isTakingOver) return;
    this.#forgive();
    void this.load();
  }

  /** The query by value: a framework hands over new but equal objects at every render. */
  get #wanted(): string {
    const {query, paging} = this.#host;
    return JSON.stringify([query, paging]);
  }

  /**
   * Asks for the first page of what the query now asks for, and resolves when the outcome is in the DOM
   * and announced.
   */
  async load(cache?: RequestCache): Promise<void> {
    const {query, spansAll, lastPlace: {pageCount, index} = START} = this.#host;
    this.#asked = this.#wanted;
    this.#abort();
    this.newsCount = 0;
    if (query) {
      const {pageIndex, pageSize} = query;
      const table = new PageTable(pageSize, pageIndex, spansAll, pageIndex + pageCount - 1);
      this.#latest = table;
      const pages = new Set([pageIndex, ...table.pagesOf(index, index + 1)]);
      await this.#ask([...pages], {table, cache});
    } else {
      this.table = undefined;
      this.#host.requestUpdate();
    }
  }

  /** What is shown, unless that answers an earlier query. */
  get #current() {
    return this.table === this.#latest ? this.table : undefined;
  }

  /** Asks again for what is shown. */
  async refresh(): Promise<void> {
    const table = this.#current;
    const held = table?.heldPages ?? [];
    if (table && held.length > 0) await this.#ask(held, {table, cache: 'no-cache'});
    else await this.load('no-cache');
  }

  /** Asks for the page after the last one. */
  async grow(): Promise<void> {
    const table = this.#current;
    const next = table?.nextPage;
    if (table && next && !this.isPending) await this.#ask([next], {table});
  }

  /** Asks for what is missing at the places that come into view, lets go of what is far from them. */
  need(start: number, end: number): void {
    const {table} = this;
    if (!table || this.isPending) return;
    const pages = table.pagesOf(start, end);
    const from = pages[0]! - NEAR;
    const to = pages.at(-1)! + NEAR;
    for (const [pageIndex, flight] of this.#flights) {
      if (pageIndex === UPDATE || (pageIndex >= from && pageIndex <= to)) continue;
      flight.abort();
      this.#flights.delete(pageIndex);
    }
    table.keep(from, to);
    const held = table.heldPages;
    for (const pageIndex of pages) {
      const isComing = this.#flights.get(pageIndex)?.signal.aborted === false;
      // Each by itself: one may fail, or be far away soon.
      if (!held.includes(pageIndex) && !isComing && !this.#failed.has(pageIndex)) {
        void this.#ask([pageIndex], {table, isQuiet: true});
      }
    }
  }

  /**
   * Asks again without a word: a failure changes nothing. At the top of the list everything is brought
   * up to date; further down only the videos on show, and what is new is only counted. Asks once
   * more if called meanwhile.
   */
  update(): Promise<void> {
    this.#wantsUpdate = true;
    return this.#keepUpdating();
  }

  /** One request at a time; what a reader waits for goes first. */
  async #keepUpdating() {
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    while (this.#wantsUpdate && !this.isPending) {
      this.#wantsUpdate = false;
      await this.#updateOnce();
    }
    this.#isUpdating = false;
  }

  async #updateOnce() {
    const table = this.#current;
    if (!table) return;
    const flight = new AbortController();
    this.#flights.set(UPDATE, flight);
    const pages = await this.#fetch(table.heldPages, flight.signal, 'no-cache').catch(
      () => undefined,
    );
    const isAtTop = await this.#host.isAtTop();
    if (!pages || flight.signal.aborted) return;
    const fresh = [...pages.values()];
    const news = withoutVideos(fresh[0]?.videos ?? [], table.videos);
    if ([...this.#failed].every((pageIndex) => pages.has(pageIndex))) this.#forgive();
    this.newsCount = isAtTop ? 0 : news.length;
    const before = JSON.stringify(table.videos);
    if (isAtTop) table.put(pages);
    else table.update(fresh.flatMap(({videos}) => videos));
    const isChanged = JSON.stringify(table.videos) !== before;
    await this.#announce(isChanged ? fresh : []);
  }

  async #ask(pageIndexes: readonly number[], asking: Asking): Promise<void> {
    const {table, cache, isQuiet = false} = asking;
    const flight = new AbortController();
    if (this.#isUpdating && !isQuiet) {
      // Its answer would be older than this one's.
      this.#flights.get(UPDATE)?.abort();
      this.#wantsUpdate = true;
    }
    for (const pageIndex of pageIndexes) {
      this.#flights.get(pageIndex)?.abort();
      this.#flights.set(pageIndex, flight);
    }
    this.table ??= table;
    this.isPending ||= !isQuiet;
    this.#host.requestUpdate();
    let arrived: readonly VideoPage[] = [];
    let failure: Event | undefined;
    try {
      const pages = await this.#fetch(pageIndexes, flight.signal, cache);
      if (flight.signal.aborted) return;
      table.put(pages);
      this.table = table;
      if (pages.has(this.#host.query!.pageIndex)) this.newsCount = 0;
      if (!isQuiet) this.#forgive();
      arrived = [...pages.values()];
    } catch (cause) {
      if (flight.signal.aborted) return;
      const error = (this.error = cause as VideoListError);
      for (const pageIndex of pageIndexes) this.#failed.add(pageIndex);
      this.retry = () => this.#ask([...this.#failed], {...asking, isQuiet: false});
      failure = new VideoListErrorEvent({error});
      warnOnce(error.message);
    }
    for (const pageIndex of pageIndexes) this.#flights.delete(pageIndex);
    if (!isQuiet) this.isPending = false;
    await this.#announce(arrived);
    if (failure) this.#host.dispatchEvent(failure);
    void this.#keepUpdating();
  }

  async #fetch(pageIndexes: readonly number[], signal: AbortSignal, cache?: RequestCache) {
    const {query} = this.#host;
    const requests = pageIndexes
      .toSorted((a, b) => a - b)
      .map(async (pageIndex) => {
        const page = await fetchVideoPage({...query!, pageIndex}, signal, cache);
        return [pageIndex, page] as const;
      });
    return new Map(await Promise.all(requests));
  }

  /** Resolves when what has arrived is in the DOM and the page knows. */
  async #announce(arrived: readonly VideoPage[]) {
    const host = this.#host;
    host.requestUpdate();
    await host.updateComplete;
    for (const page of arrived) {
      const {length} = page.skipped;
      if (length > 0) warnOnce(`${length} bad records were left out.`);
      const event = new VideoListLoadEvent({page});
      host.dispatchEvent(event);
    }
  }

  #forgive() {
    this.error = undefined;
    this.#failed.clear();
  }

  #abort() {
    for (const flight of this.#flights.values()) flight.abort();
    this.#flights.clear();
    this.isPending = false;
  }
}
