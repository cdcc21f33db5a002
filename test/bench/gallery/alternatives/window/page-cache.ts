import {fetchCardPage, type CardVideo} from '../shared/card-video.js';
import {PAGE_SIZE} from '../shared/more-videos.js';

/** The pages near the viewport: fetched when they come into view, and removed when they are far away. */
export class PageCache {
  total = 0;
  readonly #url: string;
  readonly #changed: () => void;
  readonly #pages = new Map<number, readonly CardVideo[]>();
  readonly #requests = new Map<number, AbortController>();

  constructor(url: string, changed: () => void) {
    this.#url = url;
    this.#changed = changed;
  }

  /** The video at an index of the list; undefined until its page is loaded. */
  at(index: number): CardVideo | undefined {
    return this.#pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
  }

  /** Changes the title of the video at an index. */
  rename(index: number, title: string): void {
    const page = this.#pages.get(Math.floor(index / PAGE_SIZE)) ?? [];
    const videos = page.map((video, n) => (n === index % PAGE_SIZE ? {...video, title} : video));
    this.#pages.set(Math.floor(index / PAGE_SIZE), videos);
  }

  /** Loads the pages of these indexes, and removes those far from them. */
  keep(first: number, last: number): void {
    const [from, to] = [Math.floor(first / PAGE_SIZE), Math.floor(last / PAGE_SIZE)];
    const isNear = (page: number) => page >= from - 1 && page <= to + 1;
    for (const page of this.#pages.keys()) if (!isNear(page)) this.#pages.delete(page);
    for (const [page, request] of this.#requests) if (!isNear(page)) request.abort();
    for (let page = from; page <= to; page++) void this.#need(page);
  }

  async #need(page: number) {
    if (this.#pages.has(page) || this.#requests.has(page)) return;
    const request = new AbortController();
    this.#requests.set(page, request);
    try {
      const url = `${this.#url}&pageIndex=${page + 1}&pageSize=${PAGE_SIZE}`;
      const {videos, total} = await fetchCardPage(url, request.signal);
      this.#pages.set(page, videos);
      this.total = total;
      this.#changed();
    } catch (error) {
      if (!request.signal.aborted) throw error;
    } finally {
      this.#requests.delete(page);
    }
  }
}
