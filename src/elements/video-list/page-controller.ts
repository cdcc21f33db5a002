import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fetchVideoPage} from '../../data/fetch-video-page.js';
import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoPageQuery} from '../../data/video-page-query.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {updateVideos, withoutVideos} from '../../model/merge-videos.js';
import type {Video} from '../../model/video.js';
import {VideoListErrorEvent, VideoListLoadEvent} from './video-list.events.js';

/** The list, as far as its requests are concerned. */
export interface PageHost extends ReactiveControllerHost, HTMLElement {
  /** What to ask for; undefined for nothing. A change of it asks anew. */
  readonly query: VideoPageQuery | undefined;
  /** Whether the reader sees where the list begins, so that what is new may be put there. */
  isAtTop(): Promise<boolean>;
}

/**
 * Keeps a list's page in step with its query. The last good page stays until the next one is there. A
 * newer request aborts an older one; leaving the document aborts, coming back asks again, and a move
 * within one turn does neither.
 */
export class PageController implements ReactiveController {
  page: VideoPage | undefined;
  /** Why the latest request failed; kept until one succeeds. */
  error: VideoListError | undefined;
  isPending = false;
  /** Videos that are new, held back while the reader is further down. */
  news: readonly Video[] = [];

  readonly #host: PageHost;
  #asked = '';
  #request = new AbortController();
  #hasLeft = false;
  #isUpdating = false;
  #wantsUpdate = false;

  constructor(host: PageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (this.#hasLeft) void this.load();
    this.#hasLeft = false;
  }

  hostDisconnected() {
    queueMicrotask(() => {
      this.#hasLeft = !this.#host.isConnected;
      if (this.#hasLeft) this.#request.abort();
    });
  }

  /** After the update, so that a list rendered on a server is taken over as it is. */
  hostUpdated() {
    if (this.#wanted === this.#asked || !this.#host.isConnected) return;
    this.error = undefined;
    void this.load();
  }

  /** The query by value: a framework hands over new but equal objects at every render. */
  get #wanted(): string {
    return JSON.stringify(this.#host.query) ?? '';
  }

  /**
   * Asks for the page, and resolves when the outcome is in the DOM and announced.
   *
   * @param cache - `no-cache` where a copy that the browser has kept for seconds is too old.
   */
  async load(cache?: RequestCache): Promise<void> {
    const host = this.#host;
    const {query} = host;
    this.#asked = this.#wanted;
    this.#request.abort();
    const {signal} = (this.#request = new AbortController());
    this.isPending = !!query;
    host.requestUpdate();
    let event: Event | undefined;
    try {
      const page = query && (await fetchVideoPage(query, signal, cache));
      if (signal.aborted) return;
      this.page = page;
      this.news = [];
      this.error = undefined;
      if (page) event = new VideoListLoadEvent({page});
      if (page?.skipped.length) warnOnce(`${page.skipped.length} bad records were left out.`);
    } catch (cause) {
      if (signal.aborted) return;
      const error = (this.error = cause as VideoListError);
      event = new VideoListErrorEvent({error});
      warnOnce(error.message);
    }
    this.isPending = false;
    host.requestUpdate();
    await host.updateComplete;
    if (event) host.dispatchEvent(event);
    void this.#keepUpdating();
  }

  /**
   * Asks again without a word: a failure changes nothing. What is shown is brought up to date where it
   * stands; what is new comes before it, or waits in `news`. Asks once more if called meanwhile.
   */
  update(): Promise<void> {
    this.#wantsUpdate = true;
    return this.#keepUpdating();
  }

  /**
   * Brings a video up to date where it stands. One that is not shown may belong here: the proxy knows.
   * It is asked, too, where an answer that is on its way may be older than the change.
   */
  async change(video: Video): Promise<void> {
    const shown = this.page?.videos ?? [];
    const isNew = withoutVideos([video], shown).length > 0;
    if (isNew || this.isPending || this.#isUpdating) void this.update();
    if (!isNew) await this.#show(updateVideos(shown, [video]));
  }

  /** Puts what is new before what is shown. */
  async showNews(): Promise<void> {
    const {news, page} = this;
    this.news = [];
    if (page) await this.#show([...news, ...page.videos]);
  }

  /** One request at a time; a request for the page goes first. */
  async #keepUpdating() {
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    while (this.#wantsUpdate && !this.isPending) {
      this.#wantsUpdate = false;
      await this.#updateOnce();
    }
    this.#isUpdating = false;
  }

  async #updateOnce() {
    const {query} = this.#host;
    const {signal} = this.#request;
    if (!query) return;
    const fresh = await fetchVideoPage(query, signal, 'no-cache').catch(() => undefined);
    if (!fresh) return;
    const isAtTop = await this.#host.isAtTop();
    // What was heard meanwhile may be newer: this answer would take it back for a moment.
    if (signal.aborted || this.#wantsUpdate) return;
    this.error = undefined;
    const shown = this.page?.videos ?? [];
    this.news = withoutVideos(fresh.videos, shown);
    await this.#show(updateVideos(shown, fresh.videos));
    if (isAtTop) await this.showNews();
  }

  async #show(videos: readonly Video[]) {
    const host = this.#host;
    const page = {recordCount: 0, skipped: [], ...this.page, videos};
    const isChanged = JSON.stringify(videos) !== JSON.stringify(this.page?.videos);
    if (isChanged) this.page = page;
    host.requestUpdate();
    await host.updateComplete;
    if (isChanged) host.dispatchEvent(new VideoListLoadEvent({page}));
  }
}
