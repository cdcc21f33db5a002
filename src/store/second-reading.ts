import type {Video} from '../model/video.js';
import {isLastPage} from './list-table.js';
import type {ListStore} from './list-store.js';

/** Maximum number of requests of one reading. */
const MAX_REQUESTS = 45;

/** Maximum number of readings until two in a row are equal. */
const MAX_READINGS = 4;

/** The result of a second reading. */
export interface Reading {
  /** All videos of all readings. */
  readonly videos: readonly Video[];
  /** Whether two readings in a row were equal, so that these are all videos in order. */
  readonly isSure: boolean;
  /** Page size of the server, if it is greater than the requested one. */
  readonly ownPageSize: number | undefined;
}

/** Options of a second reading. */
interface ReadingOptions {
  /** Ids of all known videos, in order. */
  readonly ids: readonly string[];
  /** Page size of the requests. */
  readonly pageSize: number;
  /** Page size of the other requests of the list. */
  readonly usualSize: number;
}

/**
 * Reads a list again until two readings in a row are equal. A deleted record moves others onto pages that have already been
 * read. Rejects with the first error.
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
    // The server ignores page numbers: further videos of a longer page could never be requested again.
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
