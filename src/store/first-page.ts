import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import {
  isLastPage,
  itemsOf,
  MAX_LIST_LENGTH,
  updateVideos,
  type ListTable,
  type TableOptions,
} from './list-table.js';

/** A table of one result page: all that a list needs until it grows. */
export function firstPageOnly(options: TableOptions, page?: VideoPage): ListTable {
  const {firstPage, pageSize, spansAll} = options;
  const {videos = [], recordCount = 0, total} = page ?? {};
  const firstRecord = (firstPage - 1) * pageSize;
  // As long as the whole list will be: what stands below it is not to move when the list goes on.
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
