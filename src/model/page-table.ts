import type {VideoPage} from './decode-video-page.js';
import {updateVideos, withoutVideos} from './merge-videos.js';
import type {Video} from './video.js';

/** As far as a list can be looked through: `pageIndex * pageSize` (getVideoList). */
const MAX_LIST_LENGTH = 100_000;

/**
 * A long list as a row of places, counted from 0, of which only some are known. Pages are put in as they
 * arrive and may be let go of again: their places stay. Where the length of the whole list is known, all
 * of it has places from the start; else the list grows by a page at a time.
 */
export class PageTable {
  readonly #pageSize: number;
  readonly #firstPage: number;
  readonly #spansAll: boolean;
  readonly #pages = new Map<number, readonly Video[]>();
  /** Places that a page takes, by page: less than all where records were bad or are shown elsewhere. */
  readonly #sizes = new Map<number, number>();
  #lastPage: number;
  #total: number | undefined;
  #isAtEnd = false;

  /**
   * @param spansAll - Whether to make places for the whole list once its length is known.
   * @param lastPage - Up to where there are places to begin with.
   */
  constructor(pageSize: number, firstPage = 1, spansAll = false, lastPage = firstPage) {
    this.#pageSize = pageSize;
    this.#firstPage = firstPage;
    this.#spansAll = spansAll;
    this.#lastPage = lastPage;
  }

  /** Places there are. */
  get length(): number {
    return this.#pagesBetween(0, Infinity).reduce((sum, {size}) => sum + size, 0);
  }

  /** Pages that have places. */
  get pageCount(): number {
    return this.#lastPage - this.#firstPage + 1;
  }

  /** The page after the last one that has places; undefined when the list ends here. */
  get nextPage(): number | undefined {
    const next = this.#lastPage + 1;
    const isBeyond = this.#isAtEnd || next * this.#pageSize > MAX_LIST_LENGTH;
    return isBeyond ? undefined : next;
  }

  /** Numbers of the pages that are held. */
  get heldPages(): number[] {
    return [...this.#pages.keys()];
  }

  /** All videos that are held. */
  get videos(): Video[] {
    return [...this.#pages.values()].flat();
  }

  /** What is at the places from `start` to before `end`. */
  slice(start: number, end: number): (Video | undefined)[] {
    const pages = this.#pagesBetween(start, end);
    const videos = pages.flatMap(({pageIndex, size}) => {
      const page = this.#pages.get(pageIndex);
      return Array.from({length: size}, (_, index) => page?.[index]);
    });
    const offset = start - (pages[0]?.start ?? 0);
    return videos.slice(offset, offset + end - start);
  }

  /** The place of a video that is held, else -1. */
  indexOf(id: string): number {
    for (const {pageIndex, start} of this.#pagesBetween(0, Infinity)) {
      const index = this.#pages.get(pageIndex)?.findIndex((video) => video.id === id) ?? -1;
      if (index >= 0) return start + index;
    }
    return -1;
  }

  /** Numbers of the pages that the places from `start` to before `end` are on. */
  pagesOf(start: number, end: number): number[] {
    return this.#pagesBetween(start, end).map(({pageIndex}) => pageIndex);
  }

  /**
   * Puts pages in, by their numbers, in place of what was held of them. A video that has moved between
   * pages meanwhile is shown once.
   */
  put(pages: ReadonlyMap<number, VideoPage>): void {
    for (const pageIndex of pages.keys()) this.#pages.delete(pageIndex);
    for (const [pageIndex, {videos, recordCount, total}] of pages) {
      const fresh = withoutVideos(videos, this.videos);
      this.#pages.set(pageIndex, fresh);
      this.#sizes.set(pageIndex, fresh.length);
      if (this.#spansAll && total !== undefined) this.#span(total);
      else this.#reach(pageIndex, recordCount < this.#pageSize);
    }
  }

  /** Brings videos up to date where they stand. */
  update(fresh: readonly Video[]): void {
    for (const [pageIndex, videos] of this.#pages) {
      this.#pages.set(pageIndex, updateVideos(videos, fresh));
    }
  }

  /** Lets go of all pages but the first, and those between the two numbers. */
  keep(from: number, to: number): void {
    for (const pageIndex of this.heldPages) {
      if (pageIndex > this.#firstPage && (pageIndex < from || pageIndex > to)) {
        this.#pages.delete(pageIndex);
      }
    }
  }

  #span(total: number) {
    this.#total = Math.min(total, MAX_LIST_LENGTH);
    this.#lastPage = Math.max(Math.ceil(this.#total / this.#pageSize), this.#firstPage);
    this.#isAtEnd = true;
  }

  #reach(pageIndex: number, isShort: boolean) {
    this.#lastPage = isShort ? pageIndex : Math.max(pageIndex, this.#lastPage);
    if (pageIndex === this.#lastPage) this.#isAtEnd = isShort;
  }

  #pagesBetween(start: number, end: number) {
    const pages: {pageIndex: number; start: number; size: number}[] = [];
    let place = 0;
    for (let pageIndex = this.#firstPage; pageIndex <= this.#lastPage; pageIndex++) {
      if (place >= end) break;
      const size = this.#sizeOf(pageIndex);
      if (place + size > start) pages.push({pageIndex, start: place, size});
      place += size;
    }
    return pages;
  }

  #sizeOf(pageIndex: number) {
    const rest = (this.#total ?? Infinity) - (pageIndex - 1) * this.#pageSize;
    return this.#sizes.get(pageIndex) ?? Math.min(rest, this.#pageSize);
  }
}
