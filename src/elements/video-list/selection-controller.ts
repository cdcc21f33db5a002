import type {ReactiveControllerHost} from 'lit';
import {words} from '../../internal/words.js';
import type {Video} from '../../model/video.js';
import {VideoSelectEvent, type SelectTrigger} from '../video-card/video-card.events.js';
import {SelectionChangeEvent} from './video-list.events.js';
import type {Places} from './window-controller.js';

/** How many videos a reader can select. */
export type SelectionMode = 'none' | 'single' | 'multiple';

/** The list, as far as what is selected in it is concerned. */
export interface SelectionHost extends ReactiveControllerHost, HTMLElement {
  readonly selection: SelectionMode | null;
  /** How many can be selected, at most. */
  readonly max?: number | null;
  /** What is selected before anybody has changed it: ids. */
  readonly defaultValue: string | null;
  readonly places: Places;
  /** All videos that are loaded. */
  readonly loaded: readonly Video[];
  /** The place of a video that is loaded, else -1. */
  indexOf(id: string): number;
  /** Why a video cannot be picked, in words. */
  blockedReason(video: Video): string | undefined;
  /** Called at every change, before anybody else knows. */
  selectionChanged(): void;
}

/** How a reader picks. */
export interface Pick {
  readonly trigger: SelectTrigger;
  /** Whether all from the last pick to this one are meant. */
  readonly isRange?: boolean;
  /** Whether the video is to be left out if it is selected already. */
  readonly isToggle?: boolean;
}

/** Why a pick came to nothing: there are enough already, or a reason in words. */
export type Refusal = 'full' | {readonly reason: string};

/**
 * What is selected: whole videos, apart from the list, so that they outlive pages, searches and refreshes.
 * Only what a reader does is told to the page.
 */
export class SelectionController {
  /** Why the latest pick came to nothing. */
  refusal: Refusal | undefined;

  readonly #host: SelectionHost;
  #videos = new Map<string, Video>();
  #default: string | null = '';
  #isTouched = false;
  /** Where ranges begin, and what the latest of them has added. */
  #anchorId: string | undefined;
  #range: ReadonlySet<string> = new Set();

  constructor(host: SelectionHost) {
    this.#host = host;
  }

  /** Before each rendering, on a server as well. */
  update(): void {
    const {defaultValue} = this.#host;
    if (defaultValue !== this.#default && !this.#isTouched) this.reset();
    if (this.#videos.size === 0) return;
    if (this.isOn && this.#videos.size > this.videos.length) this.#put(this.videos);
    // Only now: to gather all that is loaded takes its time in a long list.
    for (const video of this.#host.loaded)
      if (this.has(video.id)) this.#videos.set(video.id, video);
  }

  /** Whether cards are options. */
  get isOn(): boolean {
    return this.isMultiple || this.#host.selection === 'single';
  }

  get isMultiple(): boolean {
    return this.#host.selection === 'multiple';
  }

  /** In the order they were selected. Only `id` is known of one that has not been loaded yet. */
  get videos(): readonly Video[] {
    const videos = [...this.#videos.values()];
    if (!this.isOn) return [];
    return this.isMultiple ? videos : videos.slice(0, 1);
  }

  has(id: string): boolean {
    return this.#videos.has(id);
  }

  /** Selects these and no others, without a word. */
  set(videos: Iterable<Video | string>): void {
    this.#isTouched = true;
    this.#put([...videos].map((video) => (typeof video === 'string' ? this.#find(video) : video)));
  }

  /** Selects what was selected at first, without a word. */
  reset(): void {
    const {defaultValue} = this.#host;
    this.#default = defaultValue;
    this.set(words(defaultValue));
    this.#isTouched = false;
  }

  /** Selects all that is loaded and can be picked, as far as there is room, without a word. */
  setAll(): void {
    if (!this.isMultiple) return;
    const places = this.#missing.slice(0, Math.max(0, this.#room));
    this.set([...this.videos, ...places.map((index) => this.#host.places.at(index)!)]);
  }

  /** A reader picks what is at a place. */
  pick(index: number, {trigger, isRange, isToggle}: Pick): void {
    const {places} = this.#host;
    const video = places.at(index);
    if (!video) return;
    const {isMultiple} = this;
    if (isMultiple && isRange && this.#anchorId !== undefined) {
      this.#pickRange(this.#host.indexOf(this.#anchorId), index, trigger);
      return;
    }
    if (this.has(video.id) && (isMultiple || isToggle)) {
      this.#change(this.videos.filter(({id}) => id !== video.id));
    } else {
      const picked = this.#offer([index], trigger, isMultiple ? this.#room : 1);
      // Asked afterwards: the page may have changed it, too.
      const {videos} = this;
      this.#change(isMultiple ? [...videos, ...picked] : picked.length > 0 ? picked : videos);
    }
    this.startRangeAt(index);
  }

  /** From now on, ranges begin here. */
  startRangeAt(index: number): void {
    this.#anchorId = this.#host.places.at(index)?.id;
    this.#range = new Set();
  }

  /** A reader picks all that is loaded. */
  pickAll(trigger: SelectTrigger): void {
    const picked = this.#offer(this.#missing, trigger, this.#room);
    this.#change([...this.videos, ...picked]);
  }

  /** A reader takes all back. */
  clear(): void {
    this.#change([]);
  }

  get #max() {
    const {max} = this.#host;
    return max && max > 0 ? max : Infinity;
  }

  get #room() {
    return this.#max - this.#videos.size;
  }

  /** A range replaces the one before that began at the same place. */
  #pickRange(from: number, to: number, trigger: SelectTrigger) {
    const {places} = this.#host;
    const step = from <= to ? 1 : -1;
    const start = from < 0 ? to : from;
    const ids = new Set<string>();
    const missing: number[] = [];
    for (let index = start; index !== to + step; index += step) {
      const video = places.at(index);
      if (!video) continue;
      ids.add(video.id);
      if (!this.has(video.id)) missing.push(index);
    }
    const kept = this.videos.filter(({id}) => ids.has(id) || !this.#range.has(id));
    const picked = this.#offer(missing, trigger, this.#max - kept.length);
    const added = [...this.#range, ...picked.map(({id}) => id)];
    this.#range = new Set(added.filter((id) => ids.has(id)));
    this.#change([...kept, ...picked]);
  }

  /** Asks the page about each; hands out those that nobody minds. */
  #offer(indexes: readonly number[], trigger: SelectTrigger, room: number) {
    const host = this.#host;
    this.refusal = undefined;
    const picked: Video[] = [];
    for (const index of indexes) {
      const video = host.places.at(index)!;
      const reason = host.blockedReason(video);
      if (reason) this.refusal = {reason};
      else if (picked.length >= room) this.refusal = 'full';
      else {
        const event = new VideoSelectEvent({video, index, trigger});
        if (host.dispatchEvent(event)) picked.push(video);
      }
      if (this.refusal === 'full') break;
    }
    return picked;
  }

  #change(videos: readonly Video[]) {
    const host = this.#host;
    const before = this.videos;
    const ids = new Set(videos.map(({id}) => id));
    const added = videos.filter(({id}) => !this.has(id));
    const removed = before.filter(({id}) => !ids.has(id));
    if (added.length + removed.length === 0) {
      host.requestUpdate();
      return;
    }
    if (removed.length > 0) this.refusal = undefined;
    this.#isTouched = true;
    this.#put(videos);
    const event = new SelectionChangeEvent({added, removed, videos: this.videos});
    host.dispatchEvent(event);
    host.dispatchEvent(new Event('change', {bubbles: true}));
  }

  #put(videos: readonly Video[]) {
    this.#videos = new Map(videos.map((video) => [video.id, video]));
    this.#host.selectionChanged();
    this.#host.requestUpdate();
  }

  /** The places of what is loaded and could be selected besides. */
  get #missing() {
    const {places} = this.#host;
    const missing: number[] = [];
    for (let index = 0; index < places.length; index++) {
      const video = places.at(index);
      if (video && !this.has(video.id) && !this.#host.blockedReason(video)) missing.push(index);
    }
    return missing;
  }

  #find(id: string): Video {
    return (
      this.#videos.get(id) ?? this.#host.loaded.find((video) => video.id === id) ?? {id, title: ''}
    );
  }
}
