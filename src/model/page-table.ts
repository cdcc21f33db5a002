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
  /** Places that a page takes less than others, by page: its records were bad, are shown elsewhere, or end there. */
  readonly #missing = new Map<number, number>();
  #lastPage: number;
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
    return this.#startOf(this.#lastPage + 1);
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

  /** What is at a place, as far as it is known. */
  at(place: number): Video | undefined {
    const pageIndex = this.#pageAt(place);
    return this.#pages.get(pageIndex)?.[place - this.#startOf(pageIndex)];
  }

  /** The place of a video that is held, else -1. */
  indexOf(id: string): number {
    for (const [pageIndex, videos] of this.#pages) {
      const index = videos.findIndex((video) => video.id === id);
      if (index >= 0) return this.#startOf(pageIndex) + index;
    }
    return -1;
  }

  /** Numbers of the pages that the places from `start` to before `end` are on. */
  pagesOf(start: number, end: number): number[] {
    const pages: number[] = [];
    let pageIndex = this.#pageAt(start);
    while (pageIndex <= this.#lastPage && this.#startOf(pageIndex) < end) pages.push(pageIndex++);
    return pages;
  }

  /**
   * Puts pages in, by their numbers, in place of what was held of them. A video that has moved between
   * pages meanwhile is shown once.
   */
  put(pages: ReadonlyMap<number, VideoPage>): void {
    for (const pageIndex of pages.keys()) this.#pages.delete(pageIndex);
    for (const [pageIndex, {videos, recordCount, total}] of pages) {
      if (this.#spansAll && total !== undefined) this.#span(total);
      else this.#reach(pageIndex, recordCount < this.#pageSize);
      this.keep(0, this.#lastPage);
      const fresh = withoutVideos(videos, this.videos);
      this.#pages.set(pageIndex, fresh);
      this.#shorten(pageIndex, this.#pageSize - fresh.length);
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
    const length = Math.min(total, MAX_LIST_LENGTH);
    const lastPage = Math.max(Math.ceil(length / this.#pageSize), this.#firstPage);
    // What was the end until now may go on.
    if (lastPage !== this.#lastPage) {
      this.#pages.delete(this.#lastPage);
      this.#missing.delete(this.#lastPage);
    }
    if (!this.#pages.has(lastPage)) this.#shorten(lastPage, lastPage * this.#pageSize - length);
    this.#lastPage = lastPage;
    this.#isAtEnd = true;
  }

  #reach(pageIndex: number, isShort: boolean) {
    this.#lastPage = isShort ? pageIndex : Math.max(pageIndex, this.#lastPage);
    if (pageIndex === this.#lastPage) this.#isAtEnd = isShort;
  }

  /** Only pages that are short are noted: there may be thousands of others. */
  #shorten(pageIndex: number, missing: number) {
    if (missing > 0) this.#missing.set(pageIndex, missing);
    else this.#missing.delete(pageIndex);
  }

  /** The place at which a page begins. */
  #startOf(pageIndex: number) {
    let start = (pageIndex - this.#firstPage) * this.#pageSize;
    for (const [earlier, missing] of this.#missing) if (earlier < pageIndex) start -= missing;
    return start;
  }

  #pageAt(place: number) {
    let pageIndex = this.#firstPage + Math.floor(place / this.#pageSize);
    while (pageIndex < this.#lastPage && this.#startOf(pageIndex + 1) <= place) pageIndex++;
    return pageIndex;
  }
}
