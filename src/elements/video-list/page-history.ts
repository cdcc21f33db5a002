import type {VideoFilters} from '../../model/video-filters.js';

/** Filters and scroll position of a list, as they are saved when the user leaves. Plain data. */
export interface SavedListState {
  readonly filters: VideoFilters;
  /** Number of the shown result page, from 1, with `paging="pages"`. */
  readonly page: number;
  /** Number of loaded result pages. */
  readonly pageCount: number;
  /** Index of the first visible video, from 0. */
  readonly index: number;
  /** Distance of that video from the start of the view, in pixels; negative if its start is not visible. */
  readonly offset?: number;
}

/** Stores and restores the state of a list; for a page with its own router. */
export interface HistoryRouter {
  /** Called once, before the first request of the list. */
  read(list: Element): SavedListState | undefined;
  /** Called when the user has stopped scrolling, and before the user leaves the page. */
  write(list: Element, saved: SavedListState): void;
}

/** Stores the state in `history.state`, and keeps what the page's router has stored there. */
export const pageHistory: HistoryRouter = {
  read: (list) => (history.state as HistoryState)?.[keyOf(list)],
  write(list, saved) {
    const state = history.state as HistoryState;
    // A state that is not a plain object is of a router, which needs it unchanged.
    if ((state?.constructor ?? Object) !== Object) return;
    history.replaceState({...state, [keyOf(list)]: saved}, '');
  },
};

type HistoryState = Readonly<Record<string, SavedListState>> | null;

const keyOf = ({localName, id}: Element) => `${localName}#${id}`;
