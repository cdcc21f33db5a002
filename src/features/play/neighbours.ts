import {unplayableState, type Video} from '../../model/video.js';
import {fetchQuietly} from '../../store/fetch-quietly.js';
import type {ListStore} from '../../store/list-store.js';

/** Number under which this request is registered. */
const NEIGHBOUR = -5;

/**
 * Finds the next or the previous playable video, in the order and with the filters of the list. Missing videos are
 * requested; with `paging="pages"`, the list turns to the next page.
 *
 * @returns Undefined at the end of the list, or if loading fails.
 */
export async function neighbourOf(
  store: ListStore,
  videoId: string,
  step: 1 | -1,
  signal: AbortSignal,
): Promise<Video | undefined> {
  let index = store.state.items.indexOf(videoId);
  if (index < 0) return undefined;
  for (;;) {
    index += step;
    if (index < 0 && !(await turn(store, -1, signal))) return undefined;
    if (index < 0) index = store.state.items.length - 1;
    if (index >= store.state.items.length) {
      const isTurned = store.state.paging === 'pages';
      if (!(await growTo(store, index, signal))) return undefined;
      if (isTurned) index = 0;
    }
    const video = await loadedAt(store, index, signal);
    if (!video || !unplayableState(video)) return video;
  }
}

/** Whether there may be another video; without a request. */
export function hasNeighbour({state}: ListStore, videoId: string, step: 1 | -1): boolean {
  const {items, hasNext, paging, page} = state;
  const index = items.indexOf(videoId);
  if (index < 0) return false;
  if (step < 0) return index > 0 || (paging === 'pages' && page > 1);
  return index + 1 < items.length || (hasNext && paging !== 'none');
}

/** A neighbour that has loaded. */
export function loadedNeighbour({state: {items}}: ListStore, videoId: string): Video | undefined {
  for (let index = items.indexOf(videoId) + 1; index > 0 && index < items.length; index += 1) {
    const video = items.at(index);
    if (!video || !unplayableState(video)) return video;
  }
  return undefined;
}

async function growTo(store: ListStore, index: number, signal: AbortSignal): Promise<boolean> {
  const {paging, hasNext} = store.state;
  if (paging === 'pages') return turn(store, 1, signal);
  if (!hasNext || paging === 'none') return false;
  await store.loadMore({signal});
  return index < store.state.items.length;
}

async function turn(store: ListStore, step: 1 | -1, signal: AbortSignal): Promise<boolean> {
  const {paging, page, hasNext} = store.state;
  if (paging !== 'pages' || (step > 0 ? !hasNext : page <= 1)) return false;
  await store.turnTo(page + step, {signal});
  return store.state.page === page + step && store.state.items.length > 0;
}

/** The video at an index, requested if necessary. Not with `ensureRange`, which is for the items in view. */
async function loadedAt(
  store: ListStore,
  index: number,
  signal: AbortSignal,
): Promise<Video | undefined> {
  const video = store.state.items.at(index);
  if (video || !store.table) return video;
  const wanted = store.table.pagesOf(index, index + 1);
  const pages = await fetchQuietly(store, NEIGHBOUR, wanted, {signal});
  if (!pages || !store.table) return undefined;
  const table = store.table.put(pages);
  store.forgive(pages);
  store.replace(table, {change: {type: 'load', pages: [...pages.values()]}});
  return table.at(index);
}
