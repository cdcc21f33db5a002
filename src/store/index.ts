/**
 * The list without a view, for people who draw their own gallery. Contains nothing of Lit and touches no DOM.
 */
import type {ListSettings} from './list-state.js';
import {ListStore} from './list-store.js';
import {attachPaging} from './paging.js';

export type * from './list-state.js';
export {ListStore} from './list-store.js';
export {healFirstAnswer} from './heal.js';
export {createLive, type Live, type LiveOptions, type LiveSettings} from './live.js';
export {attachPaging} from './paging.js';
export {createPicker, type PickOptions, type Picker, type PickerOptions} from './picker.js';
export {createCoverRenewal, type CoverRenewal} from './renew-covers.js';
export {
  createSelection,
  type Selection,
  type SelectionMode,
  type SelectionSettings,
} from './selection.js';
export {browserSignals, type Signals} from './signals.js';

/** Makes a store whose list goes on after its first page. */
export function createListStore(settings?: Partial<ListSettings>): ListStore {
  const store = new ListStore(settings);
  attachPaging(store);
  return store;
}
