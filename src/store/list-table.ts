import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import type {ListItems} from './list-state.js';

/** The loaded result pages of one query. Immutable. */
export interface ListTable extends ListItems {
  /** Number of the first result page. */
  readonly firstPage: number;
  /** Number of result pages in the list. */
  readonly pageCount: number;
  /** Whether there is, or may be, a page after the last one. */
  readonly hasNext: boolean;
  /** Length of the whole list on the server, if it sends a plausible one. */
  readonly total: number | undefined;
  /** Numbers of the pages whose videos are in memory. */
  readonly heldPages: readonly number[];
  /** The page size for requesting a page. */
  pageSizeOf(pageIndex: number): number;
  /** Numbers of the pages of the items from `start` to before `end`; the last page if the list ends before, and never none. */
  pagesOf(start: number, end: number): number[];
  /** Adds or replaces pages, by their numbers. */
  put(pages: ReadonlyMap<number, VideoPage>): ListTable;
  /** Replaces videos in memory by newer versions with the same id, in place. */
  update(videos: readonly Video[]): ListTable;
}

/** Options of a table. */
export interface TableOptions {
  readonly firstPage: number;
  /** Number of the last page that has items at first. */
  readonly lastPage: number;
  /** Requested page size. */
  readonly pageSize: number;
  /** Whether all items of the list exist as soon as its length is known. */
  readonly spansAll: boolean;
}

/** Items of an array. Items after its end are not loaded. */
export function itemsOf(videos: readonly Video[], length = videos.length): ListItems {
  return {
    length,
    loaded: videos,
    loadedCount: videos.length,
    at: (index) => videos[index],
    indexOf: (id) => videos.findIndex((video) => video.id === id),
  };
}

/** Replaces videos by those of `fresh` with the same id. */
export function updateVideos(videos: readonly Video[], fresh: readonly Video[]): readonly Video[] {
  const freshById = new Map(fresh.map((video) => [video.id, video]));
  return videos.map((video) => freshById.get(video.id) ?? video);
}

/**
 * Whether a page is the last one; `perhaps` if only the next request can show that.
 *
 * @param firstRecord - Number of records before the page.
 * @param pageSize - Requested page size.
 */
export function isLastPage(
  {recordCount, total = -1, videoTotal = 0, pageSize: appliedSize}: VideoPage,
  firstRecord: number,
  pageSize: number,
): boolean | 'perhaps' {
  const reached = firstRecord + recordCount;
  if (recordCount === 0) return true;
  // A total below the number of received records is ignored.
  if (total >= reached) return total === reached;
  if (videoTotal > reached || recordCount >= (appliedSize ?? pageSize)) return false;
  return appliedSize !== undefined || 'perhaps';
}
