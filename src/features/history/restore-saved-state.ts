import type {ListContext} from '../feature.js';
import {warnOnce} from '../../internal/warn-once.js';
import {filterNames} from '../../model/video-filters.js';
import {unlocked} from '../../elements/video-list/filters-in-use.js';
import type {HistoryRouter, SavedListState} from '../../elements/video-list/page-history.js';

/** Has the store begin where the user was when they left. What is asked for first depends on it. */
export function restoreSavedState(context: ListContext, router: HistoryRouter): void {
  const {settings, store, list} = context;
  let state: SavedListState | undefined;
  try {
    state = router.read(list);
  } catch (cause) {
    warnOnce(`The stored scroll position could not be read: ${String(cause)}`);
  }
  if (!state) return;
  context.restored = state;
  const filters: Record<string, string> = {};
  for (const name of unlocked(filterNames, settings)) {
    const filter: unknown = state.filters?.[name];
    if (typeof filter === 'string') filters[name] = filter;
  }
  store.restore({...state, filters});
}
