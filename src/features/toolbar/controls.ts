import type {ListSettings} from '../feature.js';
import {unlocked} from '../../elements/video-list/filters-in-use.js';
import {words} from '../../internal/words.js';
import {isFilterName, type FilterName} from '../../model/video-filters.js';

/** A control of the toolbar, and the filter that it sets. */
export type Control = readonly [name: string, filter: FilterName];

/** The filters of controls with another name. */
const filterOf = new Map([
  ['categories', 'category'],
  ['dates', 'createdFrom'],
]);

/** The controls that are not locked, in order. */
export function controlsOf(settings: Pick<ListSettings, 'locked' | 'toolbar'>): Control[] {
  return unlocked(words(settings.toolbar), settings).flatMap((name) => {
    const filter = filterOf.get(name) ?? name;
    const isUsable = isFilterName(filter) && unlocked([filter], settings).length > 0;
    return isUsable ? [[name, filter] as const] : [];
  });
}
