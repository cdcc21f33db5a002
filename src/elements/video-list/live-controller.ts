import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {listenToVideoEvents} from '../../data/video-events.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {PageController} from './page-controller.js';

/** How many times its interval a list waits at most before it asks again. */
const MAX_BACK_OFF = 16;

/** The list, as far as changes of what it shows are concerned. */
export interface LiveHost extends ReactiveControllerHost, HTMLElement {
  /** Address of the list whose changes are to be listened to; undefined for none. */
  readonly liveUrl: string | undefined;
  readonly credentials: RequestCredentials;
  /** Milliseconds; 0 for never. */
  readonly pollInterval: number;
}

/**
 * Keeps what a list shows up to date: by the proxy's stream of changes, or without one by asking again
 * for as long as a video is being transcoded. Rests while the page is hidden or the list is not in it.
 */
export class LiveController implements ReactiveController {
  readonly #host: LiveHost;
  readonly #pages: PageController;
  #url: string | undefined;
  #refusedUrl: string | undefined;
  #stopListening = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #backOff = 1;

  constructor(host: LiveHost, pages: PageController) {
    this.#host = host;
    this.#pages = pages;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#turn);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#turn);
    // Not at once: it may only be moved.
    queueMicrotask(this.#follow);
  }

  hostUpdated() {
    this.#follow();
  }

  /** Only once there is a page: what the stream tells is news about it. */
  get #wantedUrl(): string | undefined {
    const {isConnected, liveUrl} = this.#host;
    const isActive = isConnected && !document.hidden && this.#pages.table?.heldPages.length;
    return isActive && liveUrl !== this.#refusedUrl ? liveUrl : undefined;
  }

  /** A stream that was refused is tried again when the reader comes back to the page. */
  #turn = () => {
    this.#refusedUrl = undefined;
    this.#follow();
  };

  #follow = () => {
    const url = this.#wantedUrl;
    if (url !== this.#url) {
      this.#stopListening();
      this.#stopListening = url ? this.#listen(url) : () => {};
      this.#url = url;
      this.#backOff = 1;
    }
    this.#schedulePoll();
  };

  #listen(url: string) {
    return listenToVideoEvents(url, this.#host.credentials === 'include', {
      changed: () => void this.#pages.update(),
      refused: () => {
        warnOnce(`No stream of changes for ${url}: asking again instead.`);
        this.#refusedUrl = url;
        this.#follow();
      },
    });
  }

  /** A timer that runs already is left alone. */
  #schedulePoll() {
    const {isConnected, pollInterval} = this.#host;
    const canChange = this.#pages.table?.videos.some(
      ({transcoding}) => transcoding === 'transcoding',
    );
    if (!canChange) this.#backOff = 1;
    if (!this.#url && pollInterval > 0 && canChange && isConnected && !document.hidden) {
      this.#timer ??= setTimeout(() => void this.#poll(), pollInterval * this.#backOff);
    } else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
  }

  async #poll() {
    this.#backOff = Math.min(this.#backOff * 2, MAX_BACK_OFF);
    await this.#pages.update();
    this.#timer = undefined;
    this.#schedulePoll();
  }
}
