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

/** A day, with or without a time. */
const DAY = /^\d{4}-\d\d-\d\d([ T][\d:]+)?$/;

/** In the state of a history entry that was added for a picked video: Back closes it. */
const OPENED = 'video-list-opened';

type Kept = Pick<ListState, 'filters' | 'page' | 'current'>;

/**
 * Keeps picked video, filters, order and page in the address of the page. What the user does is a new entry of the history,
 * so that Back takes it back; what the page does is not.
 */
export class UrlKeeper {
  readonly #context: ListContext;
  #listening?: AbortController;
  #names: ReadonlyMap<UrlField, string> = new Map();
  /** What the page has set, which is not written into the address. */
  #base: Kept | undefined;
  /** The page that the list is on: another one has an address of its own. */
  #path = '';
  /** Id of the video that the address names, until it has been opened. */
  #linked = '';
  /** Whether something has been changed by the user since the address was written. */
  #isByUser = false;
  /** Whether the browser has been told to go back, which it does some time later: not a second time for the same. */
  #isLeaving = false;
  /** The address that was written last for nothing but another search text. */
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
    addEventListener('popstate', this.#arrive, {signal});
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }

  /** Before the first request. A list that a server has drawn is first taken over as it is. */
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
    const id = this.#linked;
    if (!id || isPending || this.#context.store.needsLoad || phase === 'loading') return;
    this.#linked = '';
    void this.#open(id);
  }

  /** How far down a user was who comes back, as without an address. */
  #restorePosition() {
    const {list, store} = this.#context;
    const saved = pageHistory.read(list);
    if (!saved) return;
    this.#context.restored = saved;
    store.restore({pageCount: saved.pageCount, index: saved.index});
  }

  #arrive = () => {
    this.#isLeaving = false;
    this.#read();
  };

  /** Shows what the address says, and what the page has set where it says nothing. */
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
    if (current !== store.state.current) this.#linked = current;
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
    // From one video to the next, the entry stays: Back closes what was opened, however many have been watched.
    const isNext = isPick && given.get(this.#names.get('video')!) !== null;
    const isNew = isByUser && !isNext && !isClosed && !(isTyped && location.href === this.#typed);
    this.#go(withParameters(location.search, values), isNew, isNew && isPick);
    this.#typed = isTyped && isByUser ? location.href : '';
  }

  /** The state of the page's router stays in the entry, and so does the fragment. */
  #go(search: string, isNew: boolean, isPick: boolean) {
    const state: unknown = history.state;
    const isPlain = ((state as object | null)?.constructor ?? Object) === Object;
    const own = isPlain && isNew ? {...(state as object), [OPENED]: isPick} : state;
    const address = location.pathname + search + location.hash;
    try {
      if (isNew) history.pushState(own, '', address);
      else history.replaceState(own, '', address);
    } catch (cause) {
      // Too many in a short time, or a frame without an address of its own.
      warnOnce(`The address could not be changed: ${String(cause)}`);
    }
  }

  /** The parameters; undefined for what the page has set. */
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

  /** Picks the video of a link as if the user had done so here. It may be on a page that is not loaded. */
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

/** Whether a value in an address can be one of a filter: anybody may have written it. */
function isValid(name: FilterName, value: string): boolean {
  if (!value) return true;
  if (name === 'createdFrom' || name === 'createdTo') return DAY.test(value);
  return !hasFixedChoice(name) || filterChoices[name].some((choice) => choice === value);
}
