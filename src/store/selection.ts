import {toVideoId} from '../model/normalize-videos.js';
import type {Video} from '../model/video.js';
import type {ListChange} from './list-state.js';
import type {ListStore} from './list-store.js';

/** How many videos a user can select. */
export type SelectionMode = 'none' | 'single' | 'multiple';

/** Settings of the host. */
export interface SelectionSettings {
  /** @defaultValue 'none' */
  readonly mode: SelectionMode | null | undefined;
  /** Maximum number of selected videos, with `multiple`. Default: no limit. */
  readonly max: number | null | undefined;
  /** Ids that are selected at first. */
  readonly defaultIds: readonly string[];
}

/**
 * The selection: whole videos, independent of the list, so that they stay selected across result pages, searches and
 * refreshes. Changes by the host fire no event; see `Picker` for changes by the user.
 */
export class Selection {
  readonly store: ListStore;
  #settings: SelectionSettings = {mode: 'none', max: undefined, defaultIds: []};
  #videos = new Map<string, Video>();
  #isTouched = false;
  #items: unknown;

  constructor(store: ListStore, settings: Partial<SelectionSettings> = {}) {
    this.store = store;
    this.configure(settings);
    store.subscribe(() => this.#update());
  }

  configure(settings: Partial<SelectionSettings>): void {
    const {mode, defaultIds} = this.#settings;
    this.#settings = {...this.#settings, ...settings};
    const isDefault = this.#settings.defaultIds.join() === defaultIds.join();
    if (!isDefault && !this.#isTouched) this.reset();
    else if (this.#settings.mode !== mode) this.#put(this.#videos.values());
  }

  /** Whether anything can be selected. */
  get isOn(): boolean {
    return this.isMultiple || this.#settings.mode === 'single';
  }

  get isMultiple(): boolean {
    return this.#settings.mode === 'multiple';
  }

  /** Number of further videos that can be selected. */
  get room(): number {
    return this.max - this.#videos.size;
  }

  /** Maximum number of selected videos. */
  get max(): number {
    const {max} = this.#settings;
    return max && max > 0 ? max : Infinity;
  }

  /** In the order of selection. A video that has not been loaded yet has only its `id`. */
  get videos(): readonly Video[] {
    return this.store.state.selection.videos;
  }

  has(id: string): boolean {
    return this.store.state.selection.ids.has(id);
  }

  /** Replaces the selection. */
  set(videos: Iterable<Video | string | number>, change?: ListChange): void {
    this.#isTouched = true;
    this.#put(
      [...videos].map((video) => (typeof video === 'object' ? video : this.#find(video))),
      change,
    );
  }

  /** Restores the first selection. */
  reset(): void {
    this.set(this.#settings.defaultIds);
    this.#isTouched = false;
  }

  #find(id: string | number): Video {
    const {items} = this.store.state;
    const wanted = toVideoId(id);
    return this.#videos.get(wanted) ?? items.at(items.indexOf(wanted)) ?? {id: wanted, title: ''};
  }

  #put(videos: Iterable<Video>, change?: ListChange) {
    const all = [...new Map([...videos].map((video) => [video.id, video])).values()];
    const counted = this.isMultiple ? all : all.slice(0, this.isOn ? 1 : 0);
    // Kept while selecting is off, and restored when it is turned on again.
    this.#videos = new Map((this.isOn ? counted : all).map((video) => [video.id, video]));
    const ids = new Set(counted.map(({id}) => id));
    this.store.select({videos: counted, ids, progress: undefined}, change);
  }

  /** Replaces selected videos by newer versions in the list. */
  #update() {
    const {items} = this.store.state;
    if (items === this.#items || this.#videos.size === 0) return;
    this.#items = items;
    let isChanged = false;
    for (const video of items.loaded) {
      const selected = this.#videos.get(video.id);
      if (!selected || selected === video) continue;
      this.#videos.set(video.id, video);
      isChanged = true;
    }
    if (isChanged) this.#put(this.#videos.values());
  }
}

/** Creates the selection of a store. */
export function createSelection(
  store: ListStore,
  settings: Partial<SelectionSettings> = {},
): Selection {
  return new Selection(store, settings);
}
