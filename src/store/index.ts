/** The list without a view, for galleries of your own. Uses neither Lit nor the DOM. */
import {DEFAULT_TIMEOUT} from '../data/time-limit.js';
import {DEFAULT_PAGE_SIZE, defaultFetcher} from '../data/video-page-query.js';
import type {ListRequest, ListSettings} from './list-state.js';
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

/** Creates a store that can load all result pages. */
export function createListStore(settings?: Partial<ListSettings>): ListStore {
  const store = new ListStore(settings);
  attachPaging(store);
  return store;
}

/**
 * Default settings of a request: 24 videos, GET, cookies for the same origin, a time limit of 15 seconds.
 *
 * @param url - Absolute, or relative to the document.
 */
export function listRequest(url: string | URL, options: Partial<ListRequest> = {}): ListRequest {
  return {
    url: new URL(url, globalThis.document?.baseURI).href,
    pageSize: DEFAULT_PAGE_SIZE,
    method: 'get',
    credentials: 'same-origin',
    headers: {},
    timeout: DEFAULT_TIMEOUT,
    source: undefined,
    fetcher: defaultFetcher,
    ...options,
  };
}
