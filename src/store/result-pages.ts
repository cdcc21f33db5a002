import type {VideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import {MAX_LIST_LENGTH, MAX_PAGE_SIZE} from '../wire/envelope.js';
import {isLastPage, updateVideos, type ListTable, type TableOptions} from './list-table.js';

/** Maximum number of pages in a row without new videos. Records may move that far between two requests. */
const MAX_REPEATS = 2;

/** Maximum length of a list that is read a second time. */
const MAX_SECOND_READING = 2000;

/** A position is the page number times this, plus the index on the page. */
const PAGE = 2 ** 20;

/**
 * A long list of which only some pages are in memory. Pages are added in any order and can be released; items keep their
 * index. If the length of the list is known, all items exist from the start; otherwise the list grows page by page.
 * `docs/decisions/paging-that-loses-nothing.md` has the rules.
 */
export class ResultPages implements ListTable {
  readonly firstPage: number;
  total: number | undefined;
  /** Whether a response has shown that records have moved, so that pages in memory are outdated. */
  hasShifted = false;

  readonly #options: TableOptions;
  /** Number of records that the server puts on a page. */
  #stride: number;
  #lastPage: number;
  #isLast: boolean | 'perhaps' = false;
  #trustsTotal = true;
  /** Numbers of the latest pages in a row without new videos. */
  #repeats: readonly number[] = [];
  /** Whether the server has used the requested page size. */
  #keepsSize = false;
  /** Whether the second page starts with the last record of the first. */
  #overlaps = false;
  /** Whether videos may have been missed; `surely` if even a complete number of videos is not a proof. */
  #needsReading: boolean | 'surely' = false;
  /** Number of invalid records. */
  #skipped = 0;
  #held = new Map<number, readonly Video[]>();
  /**
   * Numbers of items of pages that differ from the stride: some records are invalid or on another page, or the list ends
   * there.
   */
  #lengths = new Map<number, number>();
  /** Original ids of pages of which some videos are shown on another page. */
  #overlapping = new Map<number, string>();
  /** Pages that have been loaded, even if they have been released. */
  #read = new Set<number>();
  /** Positions of videos by id, also of released ones. */
  #positions = new Map<string, number>();

  constructor(options: TableOptions) {
    this.#options = options;
    this.firstPage = options.firstPage;
    this.#stride = options.pageSize;
    this.#lastPage = options.lastPage;
  }

  get length(): number {
    return this.#startOf(this.#lastPage + 1);
  }

  get pageCount(): number {
    return this.#lastPage - this.firstPage + 1;
  }

  /** Number of the next page; undefined at the end of the list. */
  get nextPage(): number | undefined {
    const next = this.#lastPage + 1;
    const isBeyond = next * this.pageSizeOf(next) > MAX_LIST_LENGTH;
    return this.#isLast === true || isBeyond ? undefined : next;
  }

  get hasNext(): boolean {
    return this.nextPage !== undefined;
  }

  get heldPages(): number[] {
    return [...this.#held.keys()].sort((a, b) => a - b);
  }

  get loaded(): readonly Video[] {
    return this.heldPages.flatMap((pageIndex) => this.#held.get(pageIndex)!);
  }

  get loadedCount(): number {
    return [...this.#read].reduce((count, pageIndex) => count + this.#lengthOf(pageIndex), 0);
  }

  at(index: number): Video | undefined {
    const pageIndex = this.#pageAt(index);
    return this.#held.get(pageIndex)?.[index - this.#startOf(pageIndex)];
  }

  indexOf(id: string): number {
    const position = this.#positions.get(id);
    if (position === undefined) return -1;
    const pageIndex = Math.floor(position / PAGE);
    const index = position % PAGE;
    const held = this.#held.get(pageIndex);
    const isThere = pageIndex <= this.#lastPage && (!held || held[index]?.id === id);
    return isThere ? this.#startOf(pageIndex) + index : -1;
  }

  /** Ids of all loaded videos, in order. */
  get ids(): readonly string[] {
    return [...this.#positions].sort(([, a], [, b]) => a - b).map(([id]) => id);
  }

  /** Whether a video has been loaded, even if its page has been released. */
  has(id: string): boolean {
    return this.#positions.has(id);
  }

  /** The first page has the original page size, the others the one that the server has used. */
  pageSizeOf(pageIndex: number): number {
    const {firstPage, pageSize} = this.#options;
    return pageIndex === firstPage ? pageSize : Math.min(this.#stride, MAX_PAGE_SIZE);
  }

  pagesOf(start: number, end: number): number[] {
    const first = Math.max(Math.min(this.#pageAt(start), this.#lastPage), this.firstPage);
    const pages = [first];
    for (let next = first + 1; next <= this.#lastPage && this.#startOf(next) < end; next++) {
      pages.push(next);
    }
    return pages;
  }

  /** Whether an item has been loaded, even if it has been released. */
  isRead(index: number): boolean {
    return this.#read.has(this.#pageAt(index));
  }

  /** Index of an item's record in the list of the server, from 0. */
  recordAt(index: number): number {
    const pageIndex = this.#pageAt(index);
    return this.#before(pageIndex) + index - this.#startOf(pageIndex);
  }

  /** Whether the list has been read to its end, but records have moved meanwhile, so that videos may be missing. */
  get needsSecondReading(): boolean {
    const {pageCount, total = Infinity} = this;
    const isAtEnd = this.#isLast === true && this.#read.size === pageCount;
    const known = this.#positions.size;
    const isProven = this.#needsReading !== 'surely' && known + this.#skipped >= total;
    return isAtEnd && !!this.#needsReading && !isProven && known <= MAX_SECOND_READING;
  }

  /** Page size for the second reading: the greatest that the server supports. */
  get readingSize(): number {
    return this.#keepsSize ? MAX_PAGE_SIZE : this.usualSize;
  }

  /** Page size of requests after the first page. */
  get usualSize(): number {
    return this.pageSizeOf(this.firstPage + 1);
  }

  /** Adds pages. A video that has moved between pages is shown once. */
  put(pages: ReadonlyMap<number, VideoPage>): ResultPages {
    const next = this.#copy();
    // After a request for all pages, the list may have grown at its end.
    if (this.heldPages.every((pageIndex) => pages.has(pageIndex))) next.#isLast &&= 'perhaps';
    for (const pageIndex of pages.keys()) next.#held.delete(pageIndex);
    for (const [pageIndex, page] of [...pages].sort(([a], [b]) => a - b)) {
      next.#putOne(pageIndex, page);
    }
    const isConsistent = new Set([...pages.values()].map(({total}) => total)).size <= 1;
    const hasAllHeld = next.heldPages.every((pageIndex) => pages.has(pageIndex));
    if (isConsistent && hasAllHeld) next.hasShifted = false;
    if (isConsistent && hasAllHeld && next.#read.size === next.#held.size) next.#startOver(pages);
    return next;
  }

  update(videos: readonly Video[]): ResultPages {
    const next = this.#copy();
    for (const [pageIndex, held] of this.#held) {
      next.#held.set(pageIndex, updateVideos(held, videos));
    }
    return next;
  }

  /** Releases all pages except the first one and those that are near. */
  keep(isNear: (page: number) => boolean): ResultPages {
    const isFar = (page: number) => page > this.firstPage && !isNear(page);
    if (!this.heldPages.some(isFar)) return this;
    const next = this.#copy();
    for (const pageIndex of this.heldPages) if (isFar(pageIndex)) next.#held.delete(pageIndex);
    return next;
  }

  /** Ends the list after its last page. */
  end(): ResultPages {
    const next = this.#copy();
    next.#isLast = true;
    return next;
  }

  /**
   * Adds the result of the second reading.
   *
   * @param isSure - Whether these are all videos, in order. Otherwise missed videos are added at the end.
   * @param ownPageSize - Page size of the server, if it is greater than the requested one.
   */
  complete(videos: readonly Video[], isSure: boolean, ownPageSize?: number): ResultPages {
    const missed = videos.filter(({id}) => !this.#positions.has(id));
    const next = this.#copy();
    next.#needsReading &&= !isSure && 'surely';
    if (missed.length === 0) return next;
    if (isSure) {
      next.#cut(videos, ownPageSize);
      return next;
    }
    const last = next.#held.get(next.#lastPage);
    // The videos of a released page are not in memory, so a new page follows it.
    if (!last) next.#lastPage++;
    next.#hold(next.#lastPage, [...(last ?? []), ...missed]);
    // When the page is read again, its videos differ, so the list is read to its end again.
    next.#overlapping.delete(next.#lastPage);
    return next;
  }

  /** Number of videos before the first known one. */
  countNew(videos: readonly Video[]): number {
    return Math.max(
      0,
      videos.findIndex(({id}) => this.#positions.has(id)),
    );
  }

  /** Splits the whole list into pages, as the server does. The same pages stay in memory. */
  #cut(videos: readonly Video[], ownPageSize = this.#stride) {
    if (ownPageSize !== this.#stride) this.#overlaps = false;
    this.#stride = ownPageSize;
    const held = new Set(this.heldPages);
    const {firstPage} = this;
    this.#forget(firstPage - 1);
    this.#lastPage = firstPage;
    this.#isLast = true;
    this.hasShifted = false;
    let start = 0;
    for (let pageIndex = firstPage; start < videos.length || pageIndex === firstPage; pageIndex++) {
      const end = pageIndex * this.#stride + Number(this.#overlaps && pageIndex === firstPage);
      this.#hold(pageIndex, videos.slice(start, end));
      this.#lastPage = pageIndex;
      if (!held.has(pageIndex) && pageIndex > firstPage) this.#held.delete(pageIndex);
      start = end;
    }
    // No page has videos of another one now, except with a server that always sends the first page.
    const first = idsOf(this.#held.get(firstPage)!);
    this.#overlapping = new Map([...this.#overlapping].filter(([, ids]) => ids === first));
  }

  /** All pages have been loaded at once, so earlier positions are dropped. */
  #startOver(pages: ReadonlyMap<number, VideoPage>) {
    this.#positions = new Map();
    for (const [pageIndex, videos] of this.#held) this.#hold(pageIndex, videos);
    this.#skipped = 0;
    for (const {recordCount, videos} of pages.values())
      this.#skipped += recordCount - videos.length;
    if (this.total !== undefined) this.#needsReading = true;
  }

  #copy() {
    const next = new ResultPages(this.#options);
    next.total = this.total;
    next.hasShifted = this.hasShifted;
    next.#stride = this.#stride;
    next.#lastPage = this.#lastPage;
    next.#isLast = this.#isLast;
    next.#trustsTotal = this.#trustsTotal;
    next.#repeats = this.#repeats;
    next.#keepsSize = this.#keepsSize;
    next.#overlaps = this.#overlaps;
    next.#needsReading = this.#needsReading;
    next.#skipped = this.#skipped;
    next.#held = new Map(this.#held);
    next.#lengths = new Map(this.#lengths);
    // Shared with older tables, because these maps only grow.
    next.#overlapping = this.#overlapping;
    next.#read = this.#read;
    next.#positions = this.#positions;
    return next;
  }

  #putOne(pageIndex: number, page: VideoPage) {
    const {videos, recordCount} = page;
    const asked = this.pageSizeOf(pageIndex);
    const isFirst = pageIndex === this.firstPage;
    if (isFirst && [...this.#read].every((read) => read === pageIndex)) this.#adopt(page, asked);
    if (!isFirst && recordCount > asked && this.#read.size === 1) {
      // The server uses its own page size.
      const length = this.#lengthOf(this.firstPage);
      this.#stride = recordCount;
      this.#overlaps = false;
      this.#setLength(this.firstPage, length);
    }
    const isReread = this.#read.has(pageIndex);
    const total = this.#credibleTotal(pageIndex, page);
    this.#noteShift(pageIndex, videos, isReread, total);
    this.total = total;
    if (pageIndex > this.#lastPage + 1) return;
    const isRepeat = !isFirst && !isReread && videos.every(({id}) => this.has(id));
    this.#repeats = isRepeat && recordCount > 0 ? [...this.#repeats, pageIndex] : [];
    const isLast = isLastPage({...page, total}, this.#before(pageIndex), asked);
    const isShort = isLast === 'perhaps' || recordCount > asked;
    if (this.#repeats.length >= (isShort ? 1 : MAX_REPEATS)) this.#endBeforeRepeats();
    else if (this.#options.spansAll && total !== undefined) this.#span(total);
    else this.#reach(pageIndex, recordCount, isLast);
    if (!isFirst && !isReread && !this.#continues(pageIndex, videos)) this.#needsReading ||= true;
    if (pageIndex > this.#lastPage) return;
    if (!isReread) this.#skipped += recordCount - videos.length;
    const fresh = this.#withoutHeld(videos);
    if (fresh.length === videos.length) this.#overlapping.delete(pageIndex);
    else this.#overlapping.set(pageIndex, idsOf(videos));
    this.#hold(pageIndex, fresh);
  }

  /**
   * Takes the page size from the first response, whatever was requested. If a short page may not be the last one, the next
   * request overlaps it by one record, to detect whether records have moved.
   */
  #adopt(page: VideoPage, asked: number) {
    const {recordCount, pageSize} = page;
    const isUnsure = isLastPage(page, 0, asked) === 'perhaps';
    this.#overlaps = isUnsure && recordCount > 1;
    this.#stride = Math.max(recordCount - Number(this.#overlaps), pageSize ?? 0) || asked;
    this.#keepsSize = pageSize !== undefined || recordCount === asked;
  }

  /** Whether a page is the second one and overlaps the first one, so that no record has moved. */
  #continues(pageIndex: number, videos: readonly Video[]) {
    const last = this.#held.get(this.firstPage)?.at(-1);
    const isSecond = pageIndex === this.firstPage + 1;
    return this.#overlaps && isSecond && videos[0]?.id === last?.id;
  }

  /** A total that cannot be true is ignored from then on. */
  #credibleTotal(pageIndex: number, {recordCount, total}: VideoPage): number | undefined {
    // A total that only empty pages have is ignored too.
    if (total === undefined && recordCount > 0) this.#trustsTotal = false;
    if (total === undefined || !this.#trustsTotal) return undefined;
    const before = this.#before(pageIndex);
    const isTrue = recordCount > 0 ? total >= before + recordCount : total <= before;
    if (isTrue) return total;
    this.#trustsTotal = false;
    this.#endAt(this.#lastHeld(this.firstPage));
    this.#isLast = 'perhaps';
    return undefined;
  }

  /** Number of records before a page on the server. */
  #before(pageIndex: number) {
    return (pageIndex - 1) * this.#stride;
  }

  /** Notes whether records have moved since other pages were read. */
  #noteShift(
    pageIndex: number,
    videos: readonly Video[],
    isReread: boolean,
    total: number | undefined,
  ) {
    const wasHere = ({id}: Video) => Math.floor(this.#positions.get(id)! / PAGE) === pageIndex;
    const raw = this.#overlapping.get(pageIndex);
    const isEqual = raw
      ? raw === idsOf(videos)
      : videos.length === this.#lengthOf(pageIndex) && videos.every(wasHere);
    const isOther = isReread && !isEqual;
    const hasOtherLength = total !== undefined && this.total !== undefined && total !== this.total;
    // Videos that have left a released page may come again on another one.
    if (isOther) this.#forgetPositions((page) => page === pageIndex);
    if (!isOther && !hasOtherLength) return;
    this.hasShifted = true;
    this.#needsReading = 'surely';
    // The end may have moved too.
    this.#isLast &&= 'perhaps';
  }

  /** The last page with videos, at least the given one. */
  #lastHeld(least: number) {
    const pages = this.heldPages.filter((pageIndex) => this.#held.get(pageIndex)!.length > 0);
    return Math.max(least, ...pages);
  }

  #span(total: number) {
    const length = Math.min(total, MAX_LIST_LENGTH);
    const lastPage = Math.max(Math.ceil(length / this.#stride), this.firstPage);
    // The last page may be longer now.
    if (lastPage !== this.#lastPage) {
      this.#held.delete(this.#lastPage);
      this.#lengths.delete(this.#lastPage);
      this.#read.delete(this.#lastPage);
    }
    if (!this.#held.has(lastPage))
      this.#setLength(lastPage, length - (lastPage - 1) * this.#stride);
    this.#endAt(lastPage);
  }

  #reach(pageIndex: number, recordCount: number, isLast: boolean | 'perhaps') {
    const isEmpty = recordCount === 0 && pageIndex > this.firstPage;
    if (isEmpty) this.#endAt(Math.min(this.#lastPage, pageIndex - 1));
    else if (isLast === true) this.#endAt(pageIndex);
    else if (
      pageIndex > this.#lastPage ||
      (pageIndex === this.#lastPage && this.#isLast !== true)
    ) {
      this.#lastPage = pageIndex;
      this.#isLast = isLast;
    }
  }

  /** Removes pages without new videos. Their videos are already in the list. */
  #endBeforeRepeats() {
    const read = [...this.#read].filter((pageIndex) => !this.#repeats.includes(pageIndex));
    this.#endAt(Math.max(this.firstPage, ...read));
    // The total includes pages that repeat each other, so it is wrong.
    this.#trustsTotal = false;
    this.total = undefined;
  }

  #endAt(lastPage: number) {
    this.#isLast = true;
    if (lastPage < this.#lastPage) this.#forget(lastPage);
    this.#lastPage = lastPage;
  }

  /** Removes everything after a page. */
  #forget(lastPage: number) {
    const maps = [this.#held, this.#lengths, this.#read];
    for (const map of maps)
      for (const page of [...map.keys()]) if (page > lastPage) map.delete(page);
    this.#forgetPositions((page) => page > lastPage);
  }

  #forgetPositions(isWrong: (pageIndex: number) => boolean) {
    for (const [id, position] of this.#positions) {
      if (isWrong(Math.floor(position / PAGE))) this.#positions.delete(id);
    }
  }

  #withoutHeld(videos: readonly Video[]) {
    const isHeld = ({id}: Video) =>
      this.#held.get(Math.floor(this.#positions.get(id)! / PAGE))?.some((held) => held.id === id);
    return videos.filter((video) => !isHeld(video));
  }

  #hold(pageIndex: number, videos: readonly Video[]) {
    this.#held.set(pageIndex, videos);
    this.#read.add(pageIndex);
    videos.forEach(({id}, index) => this.#positions.set(id, pageIndex * PAGE + index));
    this.#setLength(pageIndex, videos.length);
  }

  #lengthOf(pageIndex: number) {
    return this.#lengths.get(pageIndex) ?? this.#stride;
  }

  /** Only pages that differ are stored, because there may be thousands of others. */
  #setLength(pageIndex: number, length: number) {
    if (length === this.#stride) this.#lengths.delete(pageIndex);
    else this.#lengths.set(pageIndex, length);
  }

  /** The index at which a page begins. */
  #startOf(pageIndex: number) {
    let start = (pageIndex - this.firstPage) * this.#stride;
    for (const [earlier, length] of this.#lengths) {
      if (earlier < pageIndex) start += length - this.#stride;
    }
    return start;
  }

  #pageAt(index: number) {
    let pageIndex = this.firstPage + Math.floor(index / this.#stride);
    while (pageIndex > this.firstPage && this.#startOf(pageIndex) > index) pageIndex--;
    while (pageIndex < this.#lastPage && this.#startOf(pageIndex + 1) <= index) pageIndex++;
    return pageIndex;
  }
}

function idsOf(videos: readonly Video[]): string {
  return videos.map(({id}) => id).join();
}
