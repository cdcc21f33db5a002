import type {VideoFilters} from '../../model/video-filters.js';

/** Where a user is in a list. Plain data. */
export interface ListPlace {
  readonly filters: VideoFilters;
  /** The open page, from 1, with `paging="pages"`. */
  readonly page: number;
  /** Pages that were loaded one below the other. */
  readonly pageCount: number;
  /** Index of the first video in view, from 0. */
  readonly index: number;
  /** Pixels from where the view begins to that video; below 0 where it is cut off. */
  readonly offset?: number;
}

/** Keeps a user's place for when they come back; in whatever way fits the page's own router. */
export interface PlaceRouter {
  /** Called once, before the list asks for anything. */
  read(list: Element): ListPlace | undefined;
  /** Called when the user has come to rest somewhere, and before they leave. */
  write(list: Element, place: ListPlace): void;
}

/** Keeps the place in the entry of the browser's history, beside what the page's router has there. */
export const pageHistory: PlaceRouter = {
  read: (list) => (history.state as HistoryState)?.[keyOf(list)],
  write(list, place) {
    const state = history.state as HistoryState;
    // What is no plain object belongs to a router that would not find it again.
    if ((state?.constructor ?? Object) !== Object) return;
    history.replaceState({...state, [keyOf(list)]: place}, '');
  },
};

type HistoryState = Readonly<Record<string, ListPlace>> | null;

const keyOf = ({localName, id}: Element) => `${localName}#${id}`;
