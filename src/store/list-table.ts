import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import type {ListItems} from './list-state.js';

/** As far as a list can be looked through: `pageIndex * pageSize` (getVideoList). */
export const MAX_LIST_LENGTH = 100_000;

/** The result pages of one query, as far as they are there. Never changed in place. */
export interface ListTable extends ListItems {
  /** Number of the first result page. */
  readonly firstPage: number;
  /** Result pages whose items are part of the list. */
  readonly pageCount: number;
  /** Whether there is, or may be, a page after the last one. */
  readonly hasNext: boolean;
  /** Length of the whole list on the server, where it says so credibly. */
  readonly total: number | undefined;
  /** Numbers of the pages whose videos are held. */
  readonly heldPages: readonly number[];
  /** The page size to ask for a page with. */
  pageSizeOf(pageIndex: number): number;
  /** Numbers of the pages that the items from `start` to before `end` are on. */
  pagesOf(start: number, end: number): number[];
  /** Puts pages in, by their numbers, in place of what was held of them. */
  put(pages: ReadonlyMap<number, VideoPage>): ListTable;
  /** Brings the videos that are held up to date where they stand, and adds none. */
  update(videos: readonly Video[]): ListTable;
}

/** What a table is made of. */
export interface TableOptions {
  readonly firstPage: number;
  /** Up to which page there are items to begin with. */
  readonly lastPage: number;
  /** Records asked for at a time. */
  readonly pageSize: number;
  /** Whether the whole list has items as soon as its length is known. */
  readonly spansAll: boolean;
}

/** Items of an array; those beyond its end are not loaded. */
export function itemsOf(videos: readonly Video[], length = videos.length): ListItems {
  return {
    length,
    loaded: videos,
    loadedCount: videos.length,
    at: (index) => videos[index],
    indexOf: (id) => videos.findIndex((video) => video.id === id),
  };
}

/** `videos`, each as `fresh` has it. */
export function updateVideos(videos: readonly Video[], fresh: readonly Video[]): readonly Video[] {
  const freshById = new Map(fresh.map((video) => [video.id, video]));
  return videos.map((video) => freshById.get(video.id) ?? video);
}

/**
 * Whether the list ends with a page, by what the page says; `perhaps` where only the next request can tell.
 *
 * @param firstRecord - Records before the page.
 * @param pageSize - Records that were asked for.
 */
export function isLastPage(
  {recordCount, total = -1, videoTotal = 0, pageSize: appliedSize}: VideoPage,
  firstRecord: number,
  pageSize: number,
): boolean | 'perhaps' {
  const reached = firstRecord + recordCount;
  if (recordCount === 0) return true;
  // A total below what has been sent is none.
  if (total >= reached) return total === reached;
  if (videoTotal > reached || recordCount >= (appliedSize ?? pageSize)) return false;
  return appliedSize !== undefined || 'perhaps';
}
