import type {Video} from '../model/video.js';
import type {ListStore} from './list-store.js';
import type {ListItems} from './list-state.js';
import type {ResultPages} from './result-pages.js';

/** Maximum number of requests in flight. */
const AT_A_TIME = 3;

/** A video and its index. */
export type Candidate = readonly [video: Video, index: number];

/** Options of `collect`. */
export interface CollectOptions {
  readonly signal: AbortSignal;
  /** Whether to collect only videos that have been loaded before. */
  readonly isRead: boolean;
  /** Returns whether the collected videos are enough. */
  readonly isEnough: (candidates: ReadonlyMap<string, Candidate>) => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Collects the videos from one index to another, both included, in that direction. Missing ones are requested, in the
 * largest pages that the server allows.
 *
 * @throws {VideoListError} if a request fails; the signal's reason if it is aborted.
 */
export async function collect(
  store: ListStore,
  from: number,
  to: number,
  {signal, isRead, isEnough, onProgress}: CollectOptions,
): Promise<readonly Candidate[]> {
  const {items} = store.state;
  const step = from <= to ? 1 : -1;
  const candidates = new Map<string, Candidate>();
  const add = (video: Video, index: number) => candidates.set(video.id, [video, index]);
  const isMissing = (index: number) =>
    isPaged(items) && !items.at(index) && (!isRead || items.isRead(index));
  const total = isRead ? items.loadedCount : Math.abs(to - from) + 1;
  for (let index = from; index !== to + step && !isEnough(candidates); index += step) {
    const video = items.at(index);
    if (video) add(video, index);
    if (!isMissing(index)) continue;
    const start = index;
    onProgress(candidates.size, total);
    while (index !== to && isMissing(index + step)) index += step;
    for await (const videos of missingVideos(store, items as ResultPages, start, index, signal)) {
      for (const video of videos) add(video, start);
      onProgress(candidates.size, total);
      if (isEnough(candidates)) break;
    }
  }
  return [...candidates.values()];
}

/** Checked by a member, because the class is in a module that only long lists load. */
function isPaged(items: ListItems): items is ResultPages {
  return 'recordAt' in items;
}

/** Requests the videos from one index to another, a few pages at a time. */
async function* missingVideos(
  store: ListStore,
  table: ResultPages,
  start: number,
  end: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Video[]> {
  const isBackward = start > end;
  const pageSize = table.readingSize;
  const [low, high] = [table.recordAt(Math.min(start, end)), table.recordAt(Math.max(start, end))];
  const pages: number[] = [];
  for (let record = low - (low % pageSize); record <= high; record += pageSize) {
    pages.push(record / pageSize + 1);
  }
  if (isBackward) pages.reverse();
  for (let done = 0; done < pages.length; done += AT_A_TIME) {
    const batch = pages.slice(done, done + AT_A_TIME);
    const arrived = await store.fetch(batch, {signal, pageSize});
    signal.throwIfAborted();
    for (const pageIndex of batch) {
      const firstRecord = (pageIndex - 1) * pageSize;
      const isWanted = (_: Video, index: number) =>
        firstRecord + index >= low && firstRecord + index <= high;
      const videos = arrived.get(pageIndex)!.videos.filter(isWanted);
      yield isBackward ? videos.reverse() : videos;
    }
  }
}
