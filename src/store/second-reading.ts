import type {Video} from '../model/video.js';
import {isLastPage} from './list-table.js';
import type {ListStore} from './list-store.js';
import type {ResultPages} from './result-pages.js';

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
}

/**
 * Reads a list once more, in pages as long as the server allows, until it has been the same twice: what has been
 * deleted meanwhile may have moved others onto a page that had been read already.
 *
 * @returns Undefined if a request has failed.
 */
export async function readAgain(
  store: ListStore,
  table: ResultPages,
  signal: AbortSignal,
): Promise<Reading | undefined> {
  const found = new Map<string, Video>();
  let before = table.ids.join();
  try {
    for (let count = 0; count < MAX_READINGS; count++) {
      const videos = await readOnce(store, table, signal);
      for (const video of videos) found.set(video.id, video);
      const ids = videos.map(({id}) => id).join();
      if (ids === before) return {videos, isSure: true};
      before = ids;
    }
    return {videos: [...found.values()], isSure: false};
  } catch {
    return undefined;
  }
}

async function readOnce(store: ListStore, table: ResultPages, signal: AbortSignal) {
  const {readingSize: pageSize} = table;
  const videos = new Map<string, Video>();
  for (let pageIndex = 1; pageIndex <= MAX_REQUESTS; pageIndex++) {
    const options = {signal, cache: 'no-cache', pageSize} as const;
    const pages = await store.fetch([pageIndex], options);
    signal.throwIfAborted();
    const page = pages.get(pageIndex)!;
    const {size} = videos;
    for (const video of page.videos) videos.set(video.id, video);
    const isLast = isLastPage(page, (pageIndex - 1) * pageSize, pageSize);
    if (videos.size === size || isLast === true) break;
  }
  return [...videos.values()];
}
