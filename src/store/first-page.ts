import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import {
  isLastPage,
  itemsOf,
  updateVideos,
  type ListTable,
  type TableOptions,
} from './list-table.js';

/** A table of one result page: all that a list needs until it grows. */
export function firstPageOnly(options: TableOptions, page?: VideoPage): ListTable {
  const {firstPage, pageSize} = options;
  const firstRecord = (firstPage - 1) * pageSize;
  return {
    ...itemsOf(page?.videos ?? [], page ? page.videos.length : pageSize),
    firstPage,
    pageCount: 1,
    hasNext: !!page && isLastPage(page, firstRecord, pageSize) !== true,
    total: page?.total,
    heldPages: page ? [firstPage] : [],
    pageSizeOf: () => pageSize,
    pagesOf: () => [firstPage],
    put: (pages) => firstPageOnly(options, pages.get(firstPage)),
    update: (videos: readonly Video[]) =>
      firstPageOnly(options, page && {...page, videos: updateVideos(page.videos, videos)}),
  };
}
