import {fetchVideoPage} from '../../data/fetch-video-page.js';
import {pageHistory} from '../../elements/video-list/page-history.js';
import {unlocked} from '../../elements/video-list/filters-in-use.js';
import {VideoSelectEvent} from '../../elements/video-card/video-card.events.js';
import {warnOnce} from '../../internal/warn-once.js';
import {
  filterChoices,
  filterNames,
  hasFixedChoice,
  type FilterName,
} from '../../model/video-filters.js';
import type {Video} from '../../model/video.js';
import type {ListState} from '../../store/list-state.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import type {ListContext} from '../feature.js';
import {urlNames, withParameters, type UrlField} from './url-names.js';

/** Matches a day, optionally with a time. */
const DAY = /^\d{4}-\d\d-\d\d([ T][\d:]+)?$/;

/** Key in the state of a history entry that was added for a picked video. Back closes that video. */
const OPENED = 'video-list-opened';

type UrlState = Pick<ListState, 'filters' | 'page' | 'current'>;

/**
 * Writes picked video, filters, order and page to the address of the page, and reads them from it. Changes by the user add a
 * history entry, so that Back undoes them; changes by the page do not.
 */
export class UrlKeeper {
  readonly #context: ListContext;
  #listening?: AbortController;
  #names: ReadonlyMap<UrlField, string> = new Map();
  /** Values that the page has set, which are not written into the address. */
  #base: UrlState | undefined;
  /** Path of the page with the list. On other paths, the address is not changed. */
  #path = '';
  /** Id of the video in the address, until it has been picked. */
  #linkedId = '';
  /** Whether the user has changed something since the address was written. */
  #isByUser = false;
  /** Whether `history.back()` has been called, which is asynchronous. Prevents a second call. */
  #isLeaving = false;
  /** The address that was written last for a change of the search text only. */
  #typed = '';

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(setting: string): void {
    const {store, list} = this.#context;
    const {signal} = (this.#listening = new AbortController());
    this.#names = urlNames(setting);
    this.#path = location.pathname;
    const stop = store.subscribe((_state, change) => {
      if (change?.type === 'filter' || change?.type === 'page') this.#isByUser = true;
    });
    signal.addEventListener('abort', stop);
    list.addEventListener('video-select', () => (this.#isByUser = true), {signal});
    addEventListener('popstate', this.#onPopState, {signal});
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }

  /** Before the first request, but after hydration. */
  beforeUpdate(): void {
    if (!this.#listening || this.#base || isTakingOver(this.#context.list)) return;
    const {filters, page, current} = this.#context.store.state;
    this.#base = {filters, page, current};
    this.#restorePosition();
    this.#read();
  }

  updated(): void {
    const {phase, isPending} = this.#context.store.state;
    if (!this.#listening || !this.#base || location.pathname !== this.#path) return;
    this.#write();
    const id = this.#linkedId;
    if (!id || isPending || this.#context.store.needsLoad || phase === 'loading') return;
    this.#linkedId = '';
    void this.#open(id);
  }

  /** Restores the scroll position as without `url`. */
  #restorePosition() {
    const {list, store} = this.#context;
    const saved = pageHistory.read(list);
    if (!saved) return;
    this.#context.restored = saved;
    store.restore({pageCount: saved.pageCount, index: saved.index});
  }

  #onPopState = () => {
    this.#isLeaving = false;
    this.#read();
  };

  /** Applies the values of the address. Values that are not in it are those of the page. */
  #read() {
    const {store, settings, selection, requestUpdate} = this.#context;
    if (!this.#base || location.pathname !== this.#path) return;
    const {searchParams} = new URL(location.href);
    const valueOf = (field: UrlField) => searchParams.get(this.#names.get(field)!);
    const filters: Record<string, unknown> = {...this.#base.filters};
    for (const name of unlocked(filterNames, settings)) {
      const value = valueOf(name);
      if (value !== null && isValid(name, value)) filters[name] = value;
    }
    const page = Number(valueOf('page'));
    const current = selection.isOn ? this.#base.current : (valueOf('video') ?? this.#base.current);
    if (current !== store.state.current) this.#linkedId = current;
    this.#isByUser = false;
    store.configure({
      filters,
      page: Number.isSafeInteger(page) && page > 0 ? page : this.#base.page,
      current,
    });
    requestUpdate();
  }

  #write() {
    if (this.#isLeaving) return;
    const given = new URL(location.href).searchParams;
    const values = this.#values();
    const changed = [...values].filter(([name, value]) => (given.get(name) ?? undefined) !== value);
    const isByUser = this.#isByUser;
    this.#isByUser = false;
    if (changed.length === 0) return;
    const isPick = changed.some(([name]) => name === this.#names.get('video'));
    const isClosed = isPick && !this.#context.store.state.current;
    const state = history.state as Readonly<Record<string, unknown>> | null;
    if (isClosed && changed.length === 1 && state?.[OPENED]) {
      this.#isLeaving = true;
      history.back();
      return;
    }
    const isTyped = changed.every(([name]) => name === this.#names.get('search'));
    // For another video, the entry is replaced, so that Back closes the player after any number of videos.
    const isNext = isPick && given.get(this.#names.get('video')!) !== null;
    const isNew = isByUser && !isNext && !isClosed && !(isTyped && location.href === this.#typed);
    this.#go(withParameters(location.search, values), isNew, isNew && isPick);
    this.#typed = isTyped && isByUser ? location.href : '';
  }

  /** Changes the query of the address. `history.state` of the page's router and the fragment stay. */
  #go(search: string, isNew: boolean, isPick: boolean) {
    const state: unknown = history.state;
    const isPlain = ((state as object | null)?.constructor ?? Object) === Object;
    const own = isPlain && isNew ? {...(state as object), [OPENED]: isPick} : state;
    const address = location.pathname + search + location.hash;
    try {
      if (isNew) history.pushState(own, '', address);
      else history.replaceState(own, '', address);
    } catch (cause) {
      // Too many changes in a short time, or a frame that must not change its address.
      warnOnce(`The address could not be changed: ${String(cause)}`);
    }
  }

  /** The parameters; undefined for values that the page has set. */
  #values() {
    const {store, settings, selection} = this.#context;
    const {filters, page, current, paging} = store.state;
    const base = this.#base!;
    const values = new Map<string, string | undefined>();
    const add = (field: UrlField, value: string, usual: string) => {
      values.set(this.#names.get(field)!, value === usual ? undefined : value);
    };
    for (const name of unlocked(filterNames, settings)) {
      add(name, filters[name] ?? '', base.filters[name] ?? '');
    }
    if (paging === 'pages') add('page', `${page}`, `${base.page}`);
    if (!selection.isOn) add('video', current, base.current);
    return values;
  }

  /** Picks the video of a link as if the user had clicked it. The video may be on a page that is not loaded. */
  async #open(id: string) {
    const {store, list} = this.#context;
    const index = store.state.items.indexOf(id);
    const video = store.state.items.at(index) ?? (await this.#fetch(id));
    if (!video || store.state.current !== id || !this.#listening) return;
    const event = new VideoSelectEvent({video, index, trigger: 'link'});
    if (!list.dispatchEvent(event)) store.setCurrent('');
  }

  async #fetch(id: string): Promise<Video | undefined> {
    const {query} = this.#context.store.state;
    if (!query) return undefined;
    const {signal} = this.#listening!;
    try {
      const page = await fetchVideoPage(
        {...query, pageIndex: 1, pageSize: 1, filters: {videoId: id}},
        signal,
      );
      return page.videos.find((video) => video.id === id);
    } catch {
      return undefined;
    }
  }
}

/** Validates a filter value from the address, which is untrusted. */
function isValid(name: FilterName, value: string): boolean {
  if (!value) return true;
  if (name === 'createdFrom' || name === 'createdTo') return DAY.test(value);
  return !hasFixedChoice(name) || filterChoices[name].some((choice) => choice === value);
}
