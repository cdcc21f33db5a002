import {words} from '../internal/words.js';
import type {Keeper} from './early-events.js';
import type {FeatureModule, ListContext} from './feature.js';

/** Keys that an option of a listbox handles, alone and with Ctrl or Cmd. */
const OPTION_KEY = /^(Arrow|Home$|End$|Page|Enter$|.$)/;
const OPTION_COMMAND = /^(Arrow|Home$|End$|Page|Enter$|[ a]$)/i;

/** A feature, and when and how it is loaded. */
export interface Entry {
  /** Whether a list uses the feature at present. */
  readonly wants: (context: ListContext) => boolean;
  /** Whether to load it at once. Otherwise it is loaded after the first cards have been painted. */
  readonly isUrgent: (context: ListContext) => boolean;
  /** Loads its module. */
  readonly load: () => Promise<FeatureModule>;
  /** The CSS part by which server-rendered HTML shows that it contains the feature. */
  readonly part?: string;
  /** Whether an event on the cards must wait while the feature is loading. */
  readonly keeps?: Keeper;
}

const always = () => true;

/** All features. Their modules are loaded when a list first uses them. */
export const registry = {
  longList: {
    wants: always,
    isUrgent: ({restored}) => !!restored,
    load: () => import('./long-list/long-list.js'),
  },
  selection: {
    wants: ({selection}) => selection.isOn,
    isUrgent: always,
    load: () => import('./selection/selection.js'),
    part: 'selection',
    keeps(event) {
      const {type, key, altKey, ctrlKey, metaKey} = event as KeyboardEvent;
      if (type !== 'keydown') return type === 'click' || type === 'focusin';
      return !altKey && (ctrlKey || metaKey ? OPTION_COMMAND : OPTION_KEY).test(key);
    },
  },
  toolbar: {
    wants: ({settings}) => words(settings.toolbar).length > 0,
    isUrgent: always,
    load: () => import('./toolbar/toolbar.js'),
    part: 'toolbar',
  },
  live: {
    wants: ({settings: {live, pollInterval}, store}) =>
      live ||
      (pollInterval > 0 &&
        store.state.items.loaded.some(({transcoding}) => transcoding === 'transcoding')),
    isUrgent: always,
    load: () => import('./live/live.js'),
  },
  history: {
    wants: ({settings}) => !!settings.history,
    isUrgent: always,
    load: () => import('./history/history.js'),
  },
  impressions: {
    wants: ({settings}) => settings.impressions,
    isUrgent: () => false,
    load: () => import('./impressions/impressions.js'),
  },
  play: {
    wants: ({settings, selection}) => !!settings.play && !selection.isOn,
    isUrgent: ({store}) => !!store.state.current,
    load: () => import('./play/play.js'),
  },
  row: {
    wants: ({settings}) => settings.layout === 'row',
    isUrgent: always,
    load: () => import('./row/row.js'),
    keeps(event, card) {
      const {type, target, key} = event as KeyboardEvent;
      const isOnItem = target === card && card?.role === 'listitem';
      return type === 'keydown' && isOnItem && /^(Arrow[LR]|Home$|End$)/.test(key);
    },
  },
} satisfies Record<string, Entry>;

export type FeatureName = keyof typeof registry;

export const names = Object.keys(registry) as FeatureName[];

/** Loaded modules. With `define/all`, these are all modules. */
export const loaded: Partial<Record<FeatureName, FeatureModule>> = {};
