import type {VideoListError} from '../data/video-list-error.js';
import type {VideoPageQuery} from '../data/video-page-query.js';
import type {VideoPage} from '../model/decode-video-page.js';
import type {ActionOptions} from './list-state.js';
import type {ListStore, PagingActions} from './list-store.js';
import {ResultPages} from './result-pages.js';
import {readAgain, type Reading} from './second-reading.js';

/** How many pages beside those in view stay loaded, and are not given up. */
const NEAR = 1;

/** Result pages that a growing list may have without being asked, when nothing else is said. */
const AUTO_PAGES = 5;

/** Times in a row that pages are brought up to date because records have moved. */
const MAX_REPAIRS = 3;

/** Second readings of one list that fail or are not sure, until the user has to ask for another one. */
const MAX_READINGS = 3;

/** Numbers of these requests, beside those of pages. */
const SECOND_READING = -1;

/** Lets a store go on after its first result page. May be attached at any time. */
export function attachPaging(store: ListStore): void {
  const paging = new Paging(store);
  store.attach(paging, (options) => new ResultPages(options));
}

class Paging implements PagingActions {
  readonly #store: ListStore;
  #repairs = 0;
  /** Second readings of this query that have failed or were not sure. */
  #readings = 0;
  #query: VideoPageQuery | undefined;
  #isReading = false;

  constructor(store: ListStore) {
    this.#store = store;
    store.subscribe((_state, change) => {
      if (change?.type === 'load') this.#repair();
    });
  }

  async loadMore(options?: ActionOptions): Promise<void> {
    const {state} = this.#store;
    const next = this.#table?.nextPage;
    this.#repairs = 0;
    if (!next || state.isPending || !state.hasNext) return;
    await this.#store.ask([next], options);
  }

  async turnTo(page: number, options?: ActionOptions): Promise<void> {
    const store = this.#store;
    if (store.state.paging !== 'pages' || !store.state.query) return;
    await store.ask([page], {
      ...options,
      into: store.newTable(page),
      accept: (pages) => {
        const shown = this.#table;
        const isForward = page > store.state.query!.pageIndex;
        const isBeyondEnd = isForward && !!shown && bringsNothingNew(pages.get(page)!, shown);
        if (isBeyondEnd) store.replace(shown.end());
        else store.open(page);
        return !isBeyondEnd;
      },
    });
  }

  ensureRange(start: number, end: number): void {
    const store = this.#store;
    const table = this.#table;
    if (!table || store.state.isPending) return;
    this.#repairs = 0;
    this.#repair();
    // The list may have become shorter than what was in view, or empty.
    const pages = table.pagesOf(Math.min(start, Math.max(table.length - 1, 0)), end);
    const from = (pages[0] ?? table.firstPage) - NEAR;
    const to = (pages.at(-1) ?? table.firstPage) + NEAR;
    store.giveUpOutside(from, to);
    const kept = table.keep(from, to);
    if (kept !== table) store.replace(kept);
    for (const pageIndex of pages) {
      // Each by itself: one may fail, or be far away soon.
      const isWanted = !kept.heldPages.includes(pageIndex) && !store.isTaken(pageIndex);
      if (isWanted) void store.ask([pageIndex], {isBackground: true});
    }
    if (end >= table.length) this.#reachEnd(table);
  }

  /** The user sees the end of what is there. */
  #reachEnd(table: ResultPages) {
    const {state, settings} = this.#store;
    const mayGrow =
      (state.paging ?? 'auto') === 'auto' && table.pageCount < (settings.autoPages ?? AUTO_PAGES);
    if (mayGrow && !state.error) void this.loadMore();
    if (table.needsSecondReading) void this.#readAgain();
  }

  get #table() {
    return this.#store.table as ResultPages | undefined;
  }

  /** Records have moved between pages: those that are held are asked for together. */
  #repair() {
    const store = this.#store;
    const table = this.#table;
    if (!table?.hasShifted || this.#repairs >= MAX_REPAIRS) return;
    this.#repairs++;
    void store.ask(table.heldPages, {isQuiet: true, cache: 'no-cache'});
  }

  async #readAgain() {
    const store = this.#store;
    const {query} = store.state;
    if (query !== this.#query) this.#readings = 0;
    this.#query = query;
    if (this.#isReading || this.#readings >= MAX_READINGS) return;
    this.#isReading = true;
    const request = store.begin([SECOND_READING]);
    const table = this.#table!;
    // After a failure with the page size that the rest of the list was read with: a server may refuse another one.
    const {ids, usualSize} = table;
    const pageSize = this.#readings > 0 ? usualSize : table.readingSize;
    const reading = await readAgain(store, {ids, pageSize, usualSize}, request.signal).catch(
      (error: VideoListError) => error,
    );
    store.finish(request);
    this.#isReading = false;
    if (request.signal.aborted) return;
    this.#readings++;
    if (reading instanceof Error) this.#failReading(reading);
    else this.#takeReading(reading);
  }

  /** The user learns of it when it has failed several times: there may be videos that the list does not show. */
  #failReading(error: VideoListError) {
    if (this.#readings < MAX_READINGS) return;
    this.#store.fail(error, async () => {
      this.#readings = 0;
      await this.#readAgain();
    });
  }

  #takeReading({videos, isSure, ownPageSize}: Reading) {
    const store = this.#store;
    const table = this.#table;
    if (!table) return;
    if (isSure) this.#readings = 0;
    // Where new videos are held back, they are no part of the list yet.
    const newItemCount = store.holdsNewItems ? table.countNew(videos) : 0;
    const options = newItemCount > 0 ? {newItemCount} : {};
    store.replace(table.complete(videos.slice(newItemCount), isSure, ownPageSize), options);
  }
}

/** Whether a page is empty, or repeats another one: a server that ignores page numbers gives the same page for each. */
function bringsNothingNew({recordCount, videos}: VideoPage, shown: ResultPages): boolean {
  const isRepeat = videos.length > 0 && videos.every(({id}) => shown.has(id));
  return recordCount === 0 || isRepeat;
}
