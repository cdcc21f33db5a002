import type {VideoListError} from '../data/video-list-error.js';
import type {Video} from '../model/video.js';
import {collect, type Candidate} from './collect.js';
import type {Refusal} from './list-state.js';
import type {Selection} from './selection.js';

/** What the host decides about what a user picks. */
export interface PickerOptions {
  /** Why a video cannot be picked, in words; undefined if it can. */
  readonly blocked?: (video: Video) => string | undefined;
  /** Called before a video is selected, once for each; false keeps it from being selected. */
  readonly offer?: (video: Video, index: number) => boolean;
}

/** How a user picks. */
export interface PickOptions {
  /** Whether all from the last pick to this one are meant. */
  readonly isRange?: boolean;
  /** Whether the video is to be left out if it is selected already. */
  readonly isToggle?: boolean;
}

/** Number of the request that fetches what is missing, beside those of pages. */
const COLLECTING = -2;

/** What a user selects, and takes back. Every change is announced. */
export class Picker {
  readonly #selection: Selection;
  readonly #options: PickerOptions;
  /** Where ranges begin, and what the latest of them has added. */
  #anchorId: string | undefined;
  #range: ReadonlySet<string> = new Set();
  #request: AbortController | undefined;

  constructor(selection: Selection, options: PickerOptions = {}) {
    this.#selection = selection;
    this.#options = options;
  }

  /** Picks what is at an index. Resolves when what had to be fetched for it is there. */
  async pick(index: number, {isRange, isToggle}: PickOptions = {}): Promise<void> {
    this.stop();
    const selection = this.#selection;
    const video = this.#items.at(index);
    if (!video || !selection.isOn) return;
    const {isMultiple} = selection;
    if (isMultiple && isRange && this.#anchorId !== undefined) {
      await this.#pickRange(this.#items.indexOf(this.#anchorId), index);
      return;
    }
    if (selection.has(video.id) && (isMultiple || isToggle)) {
      this.#change(selection.videos.filter(({id}) => id !== video.id));
    } else {
      const picked = this.#offer([[video, index]], isMultiple ? selection.room : 1);
      // Asked afterwards: the host may have changed it, too.
      const {videos} = selection;
      this.#change(isMultiple ? [...videos, ...picked] : picked.length > 0 ? picked : videos);
    }
    this.startRangeAt(index);
  }

  /** From now on, ranges begin here. */
  startRangeAt(index: number): void {
    this.#anchorId = this.#items.at(index)?.id;
    this.#range = new Set();
  }

  /** Picks all that has been loaded, also what was let go of since. */
  async pickAll(): Promise<void> {
    this.stop();
    const {length} = this.#items;
    const candidates = await this.#candidates(0, length - 1, this.#selection.room, true);
    if (!candidates || !this.#selection.isMultiple) return;
    const isWanted = ([video]: Candidate) => !this.#options.blocked?.(video);
    const picked = this.#offer(candidates.filter(isWanted), this.#selection.room);
    this.#change([...this.#selection.videos, ...picked]);
  }

  /** Takes everything back. */
  clear(): void {
    this.stop();
    this.#change([]);
  }

  /** Gives up fetching what is missing; the selection stays as it is. */
  stop(): void {
    this.#request?.abort();
    if (this.#store.state.selection.progress) this.#store.select({progress: undefined});
  }

  get #store() {
    return this.#selection.store;
  }

  get #items() {
    return this.#store.state.items;
  }

  /** A range replaces the one before that began at the same item. */
  async #pickRange(from: number, to: number) {
    const start = from < 0 ? to : from;
    const all = await this.#candidates(start, to, this.#selection.max);
    if (!all) return;
    const ids = new Set(all.map(([{id}]) => id));
    const {videos, max} = this.#selection;
    const kept = videos.filter(({id}) => ids.has(id) || !this.#range.has(id));
    const missing = all.filter(([{id}]) => !this.#selection.has(id));
    const picked = this.#offer(missing, max - kept.length);
    const added = [...this.#range, ...picked.map(({id}) => id)];
    this.#range = new Set(added.filter((id) => ids.has(id)));
    this.#change([...kept, ...picked]);
  }

  /** What is between two indexes, fetched where it is missing; undefined when that was stopped or has failed. */
  async #candidates(
    from: number,
    to: number,
    limit: number,
    isRead = false,
  ): Promise<readonly Candidate[] | undefined> {
    const store = this.#store;
    const request = (this.#request = store.begin([COLLECTING]));
    const {signal} = request;
    store.select({refusal: undefined});
    try {
      return await collect(store, from, to, {
        signal,
        isRead,
        isEnough: (candidates) => limit < candidates.size && limit < this.#countOf(candidates),
        onProgress: (done, total) => store.select({progress: {done, total}}),
      });
    } catch (cause) {
      if (!signal.aborted) this.#refuse({error: cause as VideoListError});
      return undefined;
    } finally {
      store.finish(request);
      // Also where another request of the list has ended it, unless the user has picked something else meanwhile.
      if (this.#request === request) store.select({progress: undefined});
    }
  }

  /** How many of them could be selected besides. */
  #countOf(candidates: ReadonlyMap<string, Candidate>) {
    const isCounted = ([video]: Candidate) =>
      !this.#selection.has(video.id) && !this.#options.blocked?.(video);
    return [...candidates.values()].filter(isCounted).length;
  }

  /** Asks the host about each; hands out those that nobody minds. */
  #offer(candidates: readonly Candidate[], room: number): Video[] {
    const {blocked, offer} = this.#options;
    this.#refuse(undefined);
    const picked: Video[] = [];
    for (const [video, index] of candidates) {
      const reason = blocked?.(video);
      if (reason) this.#refuse({reason});
      else if (picked.length >= room) {
        this.#refuse('full');
        break;
      } else if (offer?.(video, index) !== false) picked.push(video);
    }
    return picked;
  }

  #refuse(refusal: Refusal | undefined) {
    this.#store.select({refusal});
  }

  #change(videos: readonly Video[]) {
    const selection = this.#selection;
    const ids = new Set(videos.map(({id}) => id));
    const added = videos.filter(({id}) => !selection.has(id));
    const removed = selection.videos.filter(({id}) => !ids.has(id));
    if (added.length + removed.length === 0) return;
    if (removed.length > 0) this.#refuse(undefined);
    selection.set(videos, {type: 'selection', added, removed, videos});
  }
}

/** Lets a user select. */
export function createPicker(selection: Selection, options: PickerOptions = {}): Picker {
  return new Picker(selection, options);
}
