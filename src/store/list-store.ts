import {fetchVideoPage} from '../data/fetch-video-page.js';
import type {VideoListError} from '../data/video-list-error.js';
import {clampPageSize, DEFAULT_AUTO_PAGES, type VideoPageQuery} from '../data/video-page-query.js';
import type {VideoPage} from '../model/decode-video-page.js';
import {normalizeVideos} from '../model/normalize-videos.js';
import type {VideoFilters} from '../model/video-filters.js';
import type {Capabilities} from '../wire/capabilities.js';
import {MAX_LIST_LENGTH} from '../wire/envelope.js';
import {firstPageOnly} from './first-page.js';
import type {
  ActionOptions,
  ListChange,
  ListItems,
  ListListener,
  ListPhase,
  ListPosition,
  ListSettings,
  ListState,
  SelectionState,
} from './list-state.js';
import {itemsOf, type ListTable, type TableOptions} from './list-table.js';

/** Options for requesting pages, used inside the store. */
export interface AskOptions extends ActionOptions {
  /** Whether the user does not wait for them. Unlike with `isQuiet`, an error is set. */
  readonly isBackground?: boolean | undefined;
  /** The table that they are put into. Default: that of the latest query. */
  readonly into?: ListTable;
  /** Called with the loaded pages. If it returns false, the list stays unchanged. */
  readonly accept?: (pages: ReadonlyMap<number, VideoPage>) => boolean;
}

/** Actions beyond the first page. */
export interface PagingActions {
  loadMore(options?: ActionOptions): Promise<void>;
  turnTo(page: number, options?: ActionOptions): Promise<void>;
  ensureRange(start: number, end: number): void;
}

const defaults: ListSettings = {
  request: undefined,
  videos: undefined,
  paging: 'auto',
  autoPages: DEFAULT_AUTO_PAGES,
  page: 1,
  filters: {},
  current: '',
};

const noItems = itemsOf([]);

const nothingSelected: SelectionState = {
  videos: [],
  ids: new Set(),
  refusal: undefined,
  progress: undefined,
};

/**
 * A list of videos without a view: its state, and the actions that change it. No video is in the list twice.
 *
 * An action resolves when `state` has its result. An error is a result too (`state.error`), so no action rejects. Without
 * `attachPaging`, the store has the first result page only.
 */
export class ListStore {
  /** Whether new videos are held back until the user requests them. @internal */
  holdsNewItems = false;

  readonly #listeners = new Set<ListListener>();
  /** Requests in flight by page number. Requests other than pages have numbers below 1. */
  readonly #inFlight = new Map<number, AbortController>();
  /** Requests in flight that the user waits for. */
  readonly #awaited = new Set<AbortController>();
  /** Pages that failed. They are not requested again automatically. */
  readonly #failed = new Set<number>();
  #settings = defaults;
  #query: VideoPageQuery | undefined;
  #loadedKey = '';
  #position: Partial<ListPosition> = {};
  #makeTable: (options: TableOptions) => ListTable = firstPageOnly;
  #paging: PagingActions | undefined;
  #retry: ((options: ActionOptions) => Promise<void>) | undefined;
  /** What is shown. */
  #shown: ListTable | undefined;
  /** The table of the latest query; shown when it has its first response. */
  #latest: ListTable | undefined;
  /** The latest loaded pages. */
  #arrived: ReadonlyMap<number, VideoPage> = new Map();
  #videos: ListItems | undefined;
  #error: VideoListError | undefined;
  #newItemCount = 0;
  #selection = nothingSelected;
  #state = this.#derive();

  constructor(settings: Partial<ListSettings> = {}) {
    this.configure(settings);
  }

  /** The present state; the same object until something changes. */
  get state(): ListState {
    return this.#state;
  }

  /** The `capabilities` of the latest response. */
  get capabilities(): Capabilities {
    const [page] = this.#arrived.values();
    return page?.capabilities ?? {};
  }

  /** Whether the query has changed (by value) since the last `load()`, so that `load()` should be called. */
  get needsLoad(): boolean {
    return !!this.#query && this.#key !== this.#loadedKey;
  }

  /** Calls a function after every change of the state. Returns a function that ends this. */
  subscribe = (listener: ListListener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Changes settings; missing ones stay. Fires no event and sends no request. */
  configure(settings: Partial<ListSettings>): void {
    this.#apply(settings);
    this.emit();
  }

  /** Sets the first result page, if the host already has it. Only before the first request. */
  setInitialPage(page: VideoPage): void {
    const query = this.#query;
    // A restored position needs other pages too.
    if (!query || this.#latest || this.#position.pageCount) return;
    this.#loadedKey = this.#key;
    this.#latest = this.newTable(query.pageIndex);
    this.#put(this.#latest, new Map([[query.pageIndex, page]]));
    this.emit();
  }

  /** Makes the next `load()` restore a position. Filters and page change at once. */
  restore({filters, page, pageCount, index}: Partial<ListPosition>): void {
    this.#position = {pageCount, index};
    this.#loadedKey = '';
    const {settings} = this;
    this.configure({filters: {...settings.filters, ...filters}, page: page ?? settings.page});
  }

  /** Changes filters for the user and opens page 1. Call `load()` afterwards. */
  setFilters(filters: VideoFilters): void {
    this.#apply({filters: {...this.#settings.filters, ...filters}, page: 1});
    this.emit({type: 'filter', filters: this.#settings.filters});
  }

  /** Marks a video as the current one. */
  setCurrent(id: string): void {
    this.configure({current: id});
  }

  /** Requests the first result page of the present query. Aborts all requests in flight. */
  async load(options: ActionOptions = {}): Promise<void> {
    this.abort();
    this.#loadedKey = this.#key;
    this.#forgive();
    this.#newItemCount = 0;
    if (!this.#query) return;
    const {pageIndex} = this.#query;
    const table = (this.#latest = this.newTable(pageIndex));
    const index = wholeNumber(this.#position.index, 0, table.length - 1);
    await this.ask([...new Set([pageIndex, ...table.pagesOf(index, index + 1)])], options);
  }

  /** Requests the shown pages again. */
  refresh(options: ActionOptions = {}): Promise<void> {
    const held = this.table?.heldPages ?? [];
    const fresh = {cache: 'no-cache', ...options} as const;
    return held.length > 0 ? this.ask(held, fresh) : this.load(fresh);
  }

  /** Repeats failed requests. */
  retry(options: ActionOptions = {}): Promise<void> {
    return this.#retry ? this.#retry(options) : this.refresh(options);
  }

  /** Appends the next result page, if there is one. Does nothing while a request is in flight. */
  async loadMore(options?: ActionOptions): Promise<void> {
    await this.#paging?.loadMore(options);
  }

  /** Opens a result page for the user. The present page stays if the other one is empty. */
  async turnTo(page: number, options?: ActionOptions): Promise<void> {
    await this.#paging?.turnTo(page, options);
  }

  /** Requests missing items from `start` to before `end`, and releases pages far from there and from the current video. */
  ensureRange(start: number, end: number): void {
    this.#paging?.ensureRange(start, end);
  }

  /** Aborts all requests. */
  abort(): void {
    this.giveUpOutside(Infinity, Infinity, -Infinity);
    this.#awaited.clear();
    this.emit();
  }

  /** The table of the latest query, if it is shown. @internal */
  get table(): ListTable | undefined {
    return this.#shown === this.#latest ? this.#shown : undefined;
  }

  /** @internal */
  get settings(): ListSettings {
    return this.#settings;
  }

  /** Whether a page must not be requested automatically: it is in flight, or has failed. @internal */
  isTaken(pageIndex: number): boolean {
    return this.#inFlight.has(pageIndex) || this.#failed.has(pageIndex);
  }

  /** Enables further pages, and keeps what is loaded. @internal */
  attach(paging: PagingActions, makeTable: (options: TableOptions) => ListTable): void {
    this.#paging = paging;
    this.#makeTable = makeTable;
    if (!this.#latest) return;
    const isShown = this.table;
    this.#latest = this.newTable(this.#latest.firstPage);
    if (isShown?.heldPages.length) this.#put(this.#latest, this.#arrived);
    else if (isShown) this.#shown = this.#latest;
    this.emit();
  }

  /** Creates an empty table that starts with a page. @internal */
  newTable(firstPage: number): ListTable {
    const {pageSize} = this.#query!;
    const most = MAX_LIST_LENGTH / pageSize;
    const lastPage = firstPage + wholeNumber(this.#position.pageCount, 1, most) - 1;
    const spansAll = (this.#settings.paging ?? 'auto') === 'auto';
    return this.#makeTable({firstPage, lastPage, pageSize, spansAll});
  }

  /** Shows another table of the latest query. @internal */
  replace(
    table: ListTable,
    options: {newItemCount?: number; change?: ListChange | undefined} = {},
  ): void {
    this.#shown = this.#latest = table;
    this.#newItemCount = options.newItemCount ?? this.#newItemCount;
    this.emit(options.change);
  }

  /** Clears the error if all failed pages have loaded now. @internal */
  forgive(pages: ReadonlyMap<number, VideoPage>): void {
    if ([...this.#failed].every((pageIndex) => pages.has(pageIndex))) this.#forgive();
  }

  /** Opens a loaded page for the user. @internal */
  open(page: number): void {
    this.#apply({page});
    this.#loadedKey = this.#key;
    this.emit({type: 'page', page});
  }

  /** @internal */
  select(selection: Partial<SelectionState>, change?: ListChange): void {
    const before: Partial<SelectionState> = this.#selection;
    const names = Object.keys(selection) as (keyof SelectionState)[];
    const isSame = names.every((name) => selection[name] === before[name]);
    if (!isSame) this.#selection = {...this.#selection, ...selection};
    this.emit(change);
  }

  /** Aborts requests that have no page between two numbers. @internal */
  giveUpOutside(from: number, to: number, least = 1): void {
    const entries = [...this.#inFlight].filter(([number]) => number >= least);
    const wanted = entries.filter(([number]) => number >= from && number <= to);
    const kept = new Set(wanted.map(([, request]) => request));
    for (const [number, request] of entries) {
      if (kept.has(request)) continue;
      request.abort();
      this.#inFlight.delete(number);
    }
  }

  /** Registers a request under numbers. `abort()` aborts it, and so does a later request with one of the numbers. @internal */
  begin(numbers: readonly number[], signal?: AbortSignal): AbortController {
    const request = new AbortController();
    for (const number of numbers) {
      this.#inFlight.get(number)?.abort();
      this.#inFlight.set(number, request);
    }
    const abort = () => request.abort(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, {signal: request.signal});
    return request;
  }

  /** @internal */
  finish(request: AbortController): void {
    for (const [number, other] of this.#inFlight) {
      if (other === request) this.#inFlight.delete(number);
    }
    this.#awaited.delete(request);
  }

  /** Requests pages of the latest query without changing the state. @internal */
  async fetch(
    pageIndexes: readonly number[],
    {signal, cache, pageSize}: FetchOptions,
    table = this.#latest!,
  ): Promise<ReadonlyMap<number, VideoPage>> {
    const query = this.#query!;
    const requests = pageIndexes.map(async (pageIndex) => {
      const size = pageSize ?? table.pageSizeOf(pageIndex);
      return [
        pageIndex,
        await fetchVideoPage({...query, pageIndex, pageSize: size}, signal, cache),
      ] as const;
    });
    return new Map(await Promise.all(requests));
  }

  /** Requests pages and shows them. @internal */
  async ask(pageIndexes: readonly number[], options: AskOptions = {}): Promise<void> {
    const {cache, isQuiet = false, isBackground = isQuiet, into, accept} = options;
    const request = this.begin(pageIndexes, options.signal);
    const {signal} = request;
    if (!isBackground) this.#awaited.add(request);
    this.#shown ??= this.#latest;
    this.emit();
    let change: ListChange | undefined;
    try {
      const pages = await this.fetch(pageIndexes, {signal, cache}, into);
      if (signal.aborted) return;
      if (isQuiet || !isBackground) this.#forgive();
      if (accept && !accept(pages)) return;
      this.#put(into ?? this.#latest!, pages);
      this.#position = {};
      change = {type: 'load', pages: [...pages.values()]};
    } catch (cause) {
      if (signal.aborted) return;
      const error = cause as VideoListError;
      // A shown error is replaced, because the new one may have another `Retry-After`.
      if (this.#error || !isQuiet) this.#error = error;
      if (isQuiet) return;
      for (const pageIndex of pageIndexes) this.#failed.add(pageIndex);
      const again = {...options, signal: undefined, isBackground: undefined};
      this.#retry = (options) => this.ask([...this.#failed], {...again, ...options});
      change = {type: 'error', error};
    } finally {
      this.finish(request);
      this.emit(change);
    }
  }

  /** Sets an error, and the action of "Try again". @internal */
  fail(error: VideoListError, retry: (options: ActionOptions) => Promise<void>): void {
    this.#error = error;
    this.#retry = async (options) => {
      this.#forgive();
      await retry(options);
    };
    this.emit({type: 'error', error});
  }

  /** Calls all listeners, if something has changed. @internal */
  emit(change?: ListChange): void {
    const next = this.#derive();
    const names = Object.keys(next) as (keyof ListState)[];
    const isSame = names.every((name) => next[name] === this.#state[name]);
    if (!isSame) this.#state = next;
    else if (!change) return;
    for (const listener of [...this.#listeners]) listener(this.#state, change);
  }

  get #key() {
    return keyOf([this.#query, this.#settings.paging]);
  }

  #apply(settings: Partial<ListSettings>) {
    const before = this.#settings;
    const {filters, videos} = (this.#settings = {...before, ...settings});
    if (keyOf(filters) === keyOf(before.filters)) {
      this.#settings = {...this.#settings, filters: before.filters};
    }
    if (videos !== before.videos)
      this.#videos = videos ? itemsOf(normalizeVideos(videos)) : undefined;
    const query = queryOf(this.#settings);
    const isSame = keyOf(query) === keyOf(this.#query) && query?.fetcher === this.#query?.fetcher;
    if (!isSame) this.#query = query;
    if (!query && this.#latest) this.#clear();
  }

  #derive(): ListState {
    const {filters, paging, current} = this.#settings;
    const table = this.#videos ? undefined : this.#shown;
    const items: ListItems = this.#videos ?? table ?? noItems;
    return {
      phase: this.#phaseOf(items),
      items,
      isPending: this.#awaited.size > 0,
      error: this.#error,
      newItemCount: this.#newItemCount,
      query: this.#query,
      filters,
      paging,
      page: this.#settings.page,
      pageCount: table?.pageCount ?? 1,
      hasNext: paging !== 'none' && !!table?.hasNext,
      total: table?.total,
      current,
      selection: this.#selection,
    };
  }

  #phaseOf({length}: ListItems): ListPhase {
    const isLoaded = this.#videos ?? this.#shown?.heldPages.length;
    if (isLoaded && length > 0) return 'ready';
    if (this.#error) return 'error';
    if (isLoaded) return 'empty';
    return this.#query ? 'loading' : 'unconfigured';
  }

  #put(table: ListTable, pages: ReadonlyMap<number, VideoPage>) {
    this.#shown = this.#latest = table.put(pages);
    this.#arrived = pages;
    if (pages.has(table.firstPage)) this.#newItemCount = 0;
  }

  #forgive() {
    this.#error = this.#retry = undefined;
    this.#failed.clear();
  }

  #clear() {
    this.abort();
    this.#forgive();
    this.#loadedKey = '';
    this.#newItemCount = 0;
    this.#shown = this.#latest = undefined;
  }
}

/** Options of `fetch`. */
interface FetchOptions {
  readonly signal: AbortSignal;
  readonly cache?: RequestCache | undefined;
  readonly pageSize?: number;
}

/** Compared by value, because frameworks pass new but equal objects at every rendering. */
function keyOf(value: unknown): string {
  return String(JSON.stringify(value));
}

function queryOf(settings: ListSettings): VideoPageQuery | undefined {
  const {request, videos, filters} = settings;
  if (!request || videos) return undefined;
  const pageSize = clampPageSize(request.pageSize);
  return {...request, pageSize, pageIndex: pageOf(settings), filters};
}

function pageOf({paging, page}: ListSettings): number {
  return paging === 'pages' ? wholeNumber(page, 1) : 1;
}

function wholeNumber(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  return Math.max(least, Math.min(Math.trunc(Number(value)) || least, most));
}
