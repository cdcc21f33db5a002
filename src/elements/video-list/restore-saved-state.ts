import type {ListContext} from '../../features/feature.js';
import {warnOnce} from '../../internal/warn-once.js';
import {filterNames} from '../../model/video-filters.js';
import {unlocked} from './filters-in-use.js';
import type {HistoryRouter, SavedListState} from './page-history.js';

/**
 * Restores the saved position in the store. Part of the core, because the first request depends on it.
 *
 * @returns The saved state, if there is one.
 */
export function restoreSavedState(
  {settings, store, list}: ListContext,
  router: HistoryRouter,
): SavedListState | undefined {
  let state: SavedListState | undefined;
  try {
    state = router.read(list);
  } catch (cause) {
    warnOnce(`The stored scroll position could not be read: ${String(cause)}`);
  }
  if (!state) return undefined;
  const filters: Record<string, string> = {};
  for (const name of unlocked(filterNames, settings)) {
    const filter: unknown = state.filters?.[name];
    if (typeof filter === 'string') filters[name] = filter;
  }
  store.restore({...state, filters});
  return state;
}
