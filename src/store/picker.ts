import type {VideoListError} from '../data/video-list-error.js';
import type {Video} from '../model/video.js';
import {collect, type Candidate} from './collect.js';
import type {Refusal} from './list-state.js';
import type {Selection} from './selection.js';

/** Decisions of the host about selecting. */
export interface PickerOptions {
  /** Why a video cannot be selected, as text; undefined if it can. */
  readonly blocked?: (video: Video) => string | undefined;
  /** Called before each video is selected. If it returns false, the video is not selected. */
  readonly offer?: (video: Video, index: number) => boolean;
}

/** Options of a pick. */
export interface PickOptions {
  /** Whether to select the range from the last pick to this one. */
  readonly isRange?: boolean;
  /** Whether to deselect the video if it is selected. */
  readonly isToggle?: boolean;
}

/** Number under which requests for missing videos are registered. */
const COLLECTING = -2;

/** Selects and deselects for the user. Every change fires an event. */
export class Picker {
  readonly #selection: Selection;
  readonly #options: PickerOptions;
  /** The start of ranges, and the ids that the latest range has added. */
  #anchorId: string | undefined;
  #range: ReadonlySet<string> = new Set();
  #request: AbortController | undefined;

  constructor(selection: Selection, options: PickerOptions = {}) {
    this.#selection = selection;
    this.#options = options;
  }

  /** Picks the item at an index. Resolves when the missing videos of a range have loaded. */
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
      // Read after `offer`, which may have changed the selection.
      const {videos} = selection;
      this.#change(isMultiple ? [...videos, ...picked] : picked.length > 0 ? picked : videos);
    }
    this.startRangeAt(index);
  }

  /** Sets the start of ranges. */
  startRangeAt(index: number): void {
    this.#anchorId = this.#items.at(index)?.id;
    this.#range = new Set();
  }

  /** Picks all videos that have been loaded, also those that have been released since. */
  async pickAll(): Promise<void> {
    this.stop();
    const {length} = this.#items;
    const candidates = await this.#candidates(0, length - 1, this.#selection.room, true);
    if (!candidates || !this.#selection.isMultiple) return;
    const isWanted = ([video]: Candidate) => !this.#options.blocked?.(video);
    const picked = this.#offer(candidates.filter(isWanted), this.#selection.room);
    this.#change([...this.#selection.videos, ...picked]);
  }

  /** Deselects everything. */
  clear(): void {
    this.stop();
    this.#change([]);
  }

  /** Aborts loading. The selection stays unchanged. */
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

  /** A range replaces the previous one with the same start. */
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

  /** The videos between two indexes; missing ones are requested. Undefined if that was stopped or failed. */
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
      // Also after an abort by another request, unless a later pick has set its own progress.
      if (this.#request === request) store.select({progress: undefined});
    }
  }

  /** Number of candidates that can be selected in addition. */
  #countOf(candidates: ReadonlyMap<string, Candidate>) {
    const isCounted = ([video]: Candidate) =>
      !this.#selection.has(video.id) && !this.#options.blocked?.(video);
    return [...candidates.values()].filter(isCounted).length;
  }

  /** Offers each video to the host, and returns the accepted ones. */
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

/** Creates a picker. */
export function createPicker(selection: Selection, options: PickerOptions = {}): Picker {
  return new Picker(selection, options);
}
