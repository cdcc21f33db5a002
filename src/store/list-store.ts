import type {VideoPage} from '../model/decode-video-page.js';
import type {VideoFilters} from '../model/video-filters.js';
import type {
  ActionOptions,
  ListListener,
  ListPosition,
  ListSettings,
  ListState,
} from './list-state.js';

/**
 * A list of videos without any view: its state, and the actions that change it. No two items are the same video.
 *
 * An action resolves when its outcome is in `state`; a failure is an outcome (`state.error`), so no action rejects.
 */
export interface ListStore {
  /** The state now; the same object until something changes. */
  readonly state: ListState;
  /** Whether what is asked for has changed by value since it was last loaded, so that `load()` is due. */
  readonly needsLoad: boolean;
  /** Has a function called after every change of the state. Returns what ends that. */
  subscribe(listener: ListListener): () => void;
  /** Takes the host's settings; those left out stay. */
  configure(settings: Partial<ListSettings>): void;
  /** Begins with a first result page that the host has already. Only before the first request. */
  setInitialPage(page: VideoPage): void;
  /** Has the next `load()` begin where the user was. Filters and page are taken over at once. */
  restore(position: Partial<ListPosition>): void;
  /** Narrows the list down for the user: merged into the filters; opens page 1. Follow it by `load()`. */
  setFilters(filters: VideoFilters): void;
  /** Marks a video as the current one. */
  setCurrent(id: string): void;
  /** Asks for the first result page of what is asked for now. Aborts whatever is in flight. */
  load(options?: ActionOptions): Promise<void>;
  /** Asks again for what is shown. */
  refresh(options?: ActionOptions): Promise<void>;
  /** Asks again for what could not be loaded. */
  retry(options?: ActionOptions): Promise<void>;
  /** Appends the next result page, if there is one. Does nothing while a request is in flight. */
  loadMore(options?: ActionOptions): Promise<void>;
  /** Opens a result page for the user. Stays where it is when that page turns out to be empty. */
  turnTo(page: number, options?: ActionOptions): Promise<void>;
  /** Asks for what is missing from `start` to before `end`, and lets go of what is far from there. */
  ensureRange(start: number, end: number): void;
  /** Aborts every request; nothing is asked for until the next action. */
  abort(): void;
}

/** Makes a store. */
export function createListStore(settings: Partial<ListSettings> = {}): ListStore {
  void settings;
  throw new Error('Not there yet.');
}
