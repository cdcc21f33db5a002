import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fetchVideoPage} from '../../data/fetch-video-page.js';
import type {VideoListError} from '../../data/video-list-error.js';
import type {VideoPageQuery} from '../../data/video-page-query.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {VideoListErrorEvent, VideoListLoadEvent} from './video-list.events.js';

/** The list, as far as its requests are concerned. */
export interface PageHost extends ReactiveControllerHost, HTMLElement {
  /** What to ask for; undefined for nothing. A change of it asks anew. */
  readonly query: VideoPageQuery | undefined;
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

  readonly #host: PageHost;
  #asked = '';
  #request = new AbortController();
  #hasLeft = false;

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

  /** Asks for the page, and resolves when the outcome is in the DOM and announced. */
  async load(): Promise<void> {
    const host = this.#host;
    const {query} = host;
    this.#asked = this.#wanted;
    this.#request.abort();
    const {signal} = (this.#request = new AbortController());
    this.isPending = !!query;
    host.requestUpdate();
    let event: Event | undefined;
    try {
      const page = query && (await fetchVideoPage(query, signal));
      if (signal.aborted) return;
      this.page = page;
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
  }
}
