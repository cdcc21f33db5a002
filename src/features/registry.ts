import {words} from '../internal/words.js';
import type {Keeper} from './early-events.js';
import type {FeatureModule, ListContext} from './feature.js';

/** Keys that an option of a listbox takes, alone and with Ctrl or Cmd. */
const OPTION_KEY = /^(Arrow|Home$|End$|Page|Enter$|.$)/;
const OPTION_COMMAND = /^(Arrow|Home$|End$|Page|Enter$|[ a]$)/i;

/** Something that a list does only when it is wanted, and where it comes from. */
export interface Entry {
  /** Whether a list wants the feature at present. */
  readonly wants: (context: ListContext) => boolean;
  /** Whether it is to be fetched at once, not only when the first cards are on the screen. */
  readonly isUrgent: (context: ListContext) => boolean;
  /** Fetches its module. */
  readonly load: () => Promise<FeatureModule>;
  /** The part that it draws when a list is drawn first, on a server as well. */
  readonly part?: string;
  /** Whether an event on the cards is to wait for the feature while that is on its way. */
  readonly keeps?: Keeper;
}

const always = () => true;

/** All features. Their modules are fetched when a list wants them first. */
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

/** The modules that are here already. With `define/all`, all are from the start. */
export const loaded: Partial<Record<FeatureName, FeatureModule>> = {};
