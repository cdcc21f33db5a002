import {toVideoId} from '../model/normalize-videos.js';
import type {Video} from '../model/video.js';
import type {ListChange} from './list-state.js';
import type {ListStore} from './list-store.js';

/** How many videos a user can select. */
export type SelectionMode = 'none' | 'single' | 'multiple';

/** What the host says of the selection. */
export interface SelectionSettings {
  /** @defaultValue 'none' */
  readonly mode: SelectionMode | null | undefined;
  /** How many can be selected at most, with `multiple`. Default: no limit. */
  readonly max: number | null | undefined;
  /** What is selected until something else is. */
  readonly defaultIds: readonly string[];
}

/**
 * What is selected: whole videos, apart from the list, so that they outlive result pages, searches and refreshes.
 * What the host does here is not announced; see `Picker` for what the user does.
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

  /** How many more can be selected. */
  get room(): number {
    return this.max - this.#videos.size;
  }

  /** How many can be selected at most. */
  get max(): number {
    const {max} = this.#settings;
    return max && max > 0 ? max : Infinity;
  }

  /** In the order they were selected. Only `id` is known of one that has not been loaded yet. */
  get videos(): readonly Video[] {
    return this.store.state.selection.videos;
  }

  has(id: string): boolean {
    return this.store.state.selection.ids.has(id);
  }

  /** Selects these and no others. */
  set(videos: Iterable<Video | string | number>, change?: ListChange): void {
    this.#isTouched = true;
    this.#put(
      [...videos].map((video) => (typeof video === 'object' ? video : this.#find(video))),
      change,
    );
  }

  /** Selects what was selected at first. */
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
    // What is not counted comes back with the mode.
    this.#videos = new Map((this.isOn ? counted : all).map((video) => [video.id, video]));
    const ids = new Set(counted.map(({id}) => id));
    this.store.select({videos: counted, ids, progress: undefined}, change);
  }

  /** Keeps what is selected as new as what is shown. */
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

/** Attaches a selection to a store. */
export function createSelection(
  store: ListStore,
  settings: Partial<SelectionSettings> = {},
): Selection {
  return new Selection(store, settings);
}
