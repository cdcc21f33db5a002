import type {ListContext, ListSettings} from '../../features/feature.js';
import {words} from '../../internal/words.js';
import {filterNames, type FilterName} from '../../model/video-filters.js';

/** The names of filters or controls that are not locked. */
export function unlocked<Name extends string>(
  names: readonly Name[],
  settings: Pick<ListSettings, 'locked'>,
): Name[] {
  const locked = words(settings.locked);
  return names.filter((name) => !locked.includes(name));
}

/** Filters that are set and that the user can remove in the toolbar. Without `order`, because every list has one. */
export function activeFilters({store, settings}: ListContext): FilterName[] {
  const {filters} = store.state;
  const hasControls = unlocked(words(settings.toolbar), settings).length > 0;
  return unlocked(hasControls ? filterNames : [], settings).filter(
    (name) => filters[name] && name !== 'order',
  );
}

/** The active filters that have a chip: those that no control both shows and removes. */
export function filtersWithChip(context: ListContext): FilterName[] {
  const {settings} = context;
  const controls = unlocked(words(settings.toolbar), settings);
  const hasDates = controls.includes('dates') && !words(settings.locked).includes('createdFrom');
  const hasTabs = controls.includes('categories');
  return activeFilters(context).filter(
    (name) => !(name === 'category' ? hasTabs : hasDates && /^created[FT]/.test(name)),
  );
}
