import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import {MAX_LIST_LENGTH} from '../wire/envelope.js';
import {
  isLastPage,
  itemsOf,
  updateVideos,
  type ListTable,
  type TableOptions,
} from './list-table.js';

/** A table with one result page: enough until the list grows. */
export function firstPageOnly(options: TableOptions, page?: VideoPage): ListTable {
  const {firstPage, pageSize, spansAll} = options;
  const {videos = [], recordCount = 0, total} = page ?? {};
  const firstRecord = (firstPage - 1) * pageSize;
  // As long as the whole list, so that content below the list does not move when more pages are loaded.
  const rest = spansAll ? Math.min(total ?? 0, MAX_LIST_LENGTH) - recordCount : 0;
  return {
    ...itemsOf(videos, page ? videos.length + Math.max(rest, 0) : pageSize),
    firstPage,
    pageCount: 1,
    hasNext: !!page && rest <= 0 && isLastPage(page, firstRecord, pageSize) !== true,
    total,
    heldPages: page ? [firstPage] : [],
    pageSizeOf: () => pageSize,
    pagesOf: () => [firstPage],
    put: (pages) => firstPageOnly(options, pages.get(firstPage)),
    update: (videos: readonly Video[]) =>
      firstPageOnly(options, page && {...page, videos: updateVideos(page.videos, videos)}),
  };
}
