import type {VideoListError} from '../data/video-list-error.js';
import {DEFAULT_AUTO_PAGES, type VideoPageQuery} from '../data/video-page-query.js';
import type {VideoPage} from '../model/decode-video-page.js';
import type {ActionOptions} from './list-state.js';
import type {ListStore, PagingActions} from './list-store.js';
import {ResultPages} from './result-pages.js';
import {readAgain, type Reading} from './second-reading.js';

/** Number of pages that stay loaded on each side of the view, and of the current video. */
const NEAR = 1;

/** Maximum number of updates in a row because records have moved. */
const MAX_REPAIRS = 3;

/** Maximum number of second readings that fail or are not sure. After that, the user has to retry. */
const MAX_READINGS = 3;

/** Number under which this request is registered. */
const SECOND_READING = -1;

/** Enables pages after the first one. Can be called at any time. */
export function attachPaging(store: ListStore): void {
  const paging = new Paging(store);
  store.attach(paging, (options) => new ResultPages(options));
}

class Paging implements PagingActions {
  readonly #store: ListStore;
  #repairs = 0;
  /** Number of second readings of this query that have failed or were not sure. */
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
    const pages = table.pagesOf(start, end);
    const from = pages[0]! - NEAR;
    const to = pages.at(-1)! + NEAR;
    store.giveUpOutside(from, to);
    // A player may need the videos around the current one.
    const current = table.indexOf(store.settings.current);
    const [middle] = current < 0 ? pages : table.pagesOf(current, current + 1);
    const kept = table.keep(
      (page) => (page >= from && page <= to) || Math.abs(page - middle!) <= NEAR,
    );
    if (kept !== table) store.replace(kept);
    for (const pageIndex of pages) {
      // One request for each page, so that each can fail or be aborted separately.
      const isWanted = !kept.heldPages.includes(pageIndex) && !store.isTaken(pageIndex);
      if (isWanted) void store.ask([pageIndex], {isBackground: true});
    }
    if (end >= table.length) this.#reachEnd(table);
  }

  /** Called when the end of the loaded items is in view. */
  #reachEnd(table: ResultPages) {
    const {state, settings} = this.#store;
    const mayGrow =
      (state.paging ?? 'auto') === 'auto' &&
      table.pageCount < (settings.autoPages ?? DEFAULT_AUTO_PAGES);
    if (mayGrow && !state.error) void this.loadMore();
    if (table.needsSecondReading) void this.#readAgain();
  }

  get #table() {
    return this.#store.table as ResultPages | undefined;
  }

  /** Records have moved between pages: requests all pages in memory at the same time. */
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
    // After a failure, use the page size of the other requests, because a server may refuse another one.
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

  /** Shows an error after several failures, because videos may be missing in the list. */
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
    // New videos that are held back are not part of the list yet.
    const newItemCount = store.holdsNewItems ? table.countNew(videos) : 0;
    const options = newItemCount > 0 ? {newItemCount} : {};
    store.replace(table.complete(videos.slice(newItemCount), isSure, ownPageSize), options);
  }
}

/** Whether a page is empty or repeats another one. A server that ignores page numbers sends the same page each time. */
function bringsNothingNew({recordCount, videos}: VideoPage, shown: ResultPages): boolean {
  const isRepeat = videos.length > 0 && videos.every(({id}) => shown.has(id));
  return recordCount === 0 || isRepeat;
}
