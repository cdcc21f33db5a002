import {words} from '../internal/words.js';
import type {FeatureModule, ListContext} from './feature.js';
import * as history from './history/history.js';
import * as live from './live/live.js';
import * as longList from './long-list/long-list.js';
import * as row from './row/row.js';
import * as selection from './selection/selection.js';
import * as toolbar from './toolbar/toolbar.js';

/** Something that a list does only when it is wanted, and where it comes from. */
interface Entry {
  /** Whether a list wants the feature at present. */
  readonly wants: (context: ListContext) => boolean;
  readonly module: FeatureModule;
}

/** All features. Their modules are fetched when a list wants them first. */
export const registry = {
  longList: {
    wants: () => true,
    module: longList,
  },
  selection: {
    wants: (context) => context.selection.isOn,
    module: selection,
  },
  toolbar: {
    wants: ({settings}) => words(settings.toolbar).length > 0,
    module: toolbar,
  },
  live: {
    wants: ({settings: {live, pollInterval}, store}) =>
      live ||
      (pollInterval > 0 &&
        store.state.items.loaded.some(({transcoding}) => transcoding === 'transcoding')),
    module: live,
  },
  history: {
    wants: ({settings}) => !!settings.history,
    module: history,
  },
  row: {
    wants: ({settings}) => settings.layout === 'row',
    module: row,
  },
} satisfies Record<string, Entry>;

export type FeatureName = keyof typeof registry;

/** A feature's module: at once if it is at hand. */
export function moduleOf(name: FeatureName): FeatureModule | Promise<FeatureModule> {
  return registry[name].module;
}
