import type {Video} from '../model/video.js';
import {isLastPage} from './list-table.js';
import type {ListStore} from './list-store.js';

/** Requests of one reading, at most. */
const MAX_REQUESTS = 45;

/** Readings until two in a row are equal, at most. */
const MAX_READINGS = 4;

/** What has come of it. */
export interface Reading {
  /** All videos of all readings. */
  readonly videos: readonly Video[];
  /** Whether the list was the same twice, so that these are its videos, in order. */
  readonly isSure: boolean;
  /** Records that the server puts on a page although fewer were asked for; undefined if it does not. */
  readonly ownPageSize: number | undefined;
}

/** What is read again. */
interface ReadingOptions {
  /** Ids of all videos that are known, in order. */
  readonly ids: readonly string[];
  /** Records to ask for at a time. */
  readonly pageSize: number;
  /** Records that pages of the list are asked for with. */
  readonly usualSize: number;
}

/**
 * Reads a list once more, until it has been the same twice: what has been deleted meanwhile may have moved others onto a
 * page that had been read already. Rejects with the first failure.
 */
export async function readAgain(
  store: ListStore,
  {ids, pageSize, usualSize}: ReadingOptions,
  signal: AbortSignal,
): Promise<Reading> {
  const found = new Map<string, Video>();
  let before = ids.join();
  let size = pageSize;
  let ownPageSize: number | undefined;
  for (let count = 0; count < MAX_READINGS; count++) {
    const read = await readOnce(store, size, signal);
    // The server ignores page numbers: what a longer page has besides could never be asked for again.
    if (read.isFirstPageAlways && size !== usualSize) {
      size = usualSize;
      continue;
    }
    const {videos} = read;
    ownPageSize = read.ownPageSize;
    for (const video of videos) found.set(video.id, video);
    const now = videos.map(({id}) => id).join();
    if (now === before) return {videos, isSure: true, ownPageSize};
    before = now;
  }
  return {videos: [...found.values()], isSure: false, ownPageSize};
}

async function readOnce(store: ListStore, pageSize: number, signal: AbortSignal) {
  const videos = new Map<string, Video>();
  let recordCount = 0;
  let isFirstPageAlways = false;
  let ownPageSize: number | undefined;
  for (let pageIndex = 1; pageIndex <= MAX_REQUESTS; pageIndex++) {
    const options = {signal, cache: 'no-cache', pageSize} as const;
    const pages = await store.fetch([pageIndex], options);
    signal.throwIfAborted();
    const page = pages.get(pageIndex)!;
    const {size} = videos;
    if (pageIndex === 1 && page.recordCount > pageSize) ownPageSize = page.recordCount;
    for (const video of page.videos) videos.set(video.id, video);
    const isRepeat = videos.size === size;
    isFirstPageAlways = isRepeat && pageIndex === 2 && page.recordCount > 0;
    const isLast = isLastPage(page, recordCount, pageSize);
    recordCount += page.recordCount;
    if (isRepeat || isLast === true) break;
  }
  return {videos: [...videos.values()], ownPageSize, isFirstPageAlways};
}
