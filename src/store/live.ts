import {LONGEST_DELAY} from '../data/time-limit.js';
import type {Fetcher} from '../data/video-page-query.js';
import {warnOnce} from '../internal/warn-once.js';
import {pauseAfter} from './back-off.js';
import {readEventStream} from './event-stream.js';
import {browserSignals, type Signals} from './signals.js';
import type {ListStore} from './list-store.js';
import {Updates} from './updates.js';

/** Maximum factor of the polling interval. */
const MAX_BACK_OFF = 16;

/** Milliseconds after which an open stream counts as steady. Others may end at once, again and again. */
const STEADY = 5000;

/** First pause before reconnecting in milliseconds, if the server does not send `retry`. */
const RECONNECT = 2000;

/** Options of live updates. */
export interface LiveOptions {
  /** Whether the top of the list is in view, so that new videos can be added there. */
  readonly isAtTop?: () => boolean | Promise<boolean>;
  readonly signals?: Signals;
}

/** Settings of the host. */
export interface LiveSettings {
  /** Address of the list, whose stream is at the same path plus `/events`; undefined for no stream. */
  readonly url: string | undefined;
  readonly withCredentials: boolean;
  /** Used to request the stream. Default: `fetch`. */
  readonly fetcher?: Fetcher | undefined;
  /**
   * Polling interval in milliseconds of a list without a stream, while one of its videos is being transcoded. It doubles
   * each time, up to 16 times. 0 for no polling.
   */
  readonly pollInterval: number | null | undefined;
  /** Whether the list is in the document. */
  readonly isActive: boolean;
}

/**
 * Updates a list: with the proxy's stream of changes, or without one by polling while a video is being transcoded. Pauses
 * while the page is hidden.
 */
export class Live {
  readonly #store: ListStore;
  readonly #signals: Signals;
  readonly #updates: Updates;
  readonly #endings: readonly (() => void)[];
  #settings: LiveSettings = {
    url: undefined,
    withCredentials: false,
    pollInterval: 0,
    isActive: true,
  };
  #url: string | undefined;
  #refusedUrl: string | undefined;
  #stream: AbortController | undefined;
  #isSteady = false;
  /** Whether the latest stream has ended before it was steady. */
  #wasShort = false;
  #failures = 0;
  #retry = RECONNECT;
  #reconnecting: ReturnType<typeof setTimeout> | undefined;
  #polling: ReturnType<typeof setTimeout> | undefined;
  #backOff = 1;

  constructor(store: ListStore, options: LiveOptions = {}) {
    const {signals = browserSignals(), isAtTop = () => true} = options;
    store.holdsNewItems = true;
    this.#store = store;
    this.#signals = signals;
    this.#updates = new Updates(store, isAtTop);
    this.#endings = [
      store.subscribe(() => {
        this.#updates.follow();
        this.#follow();
      }),
      signals.subscribe(this.#comeBack),
    ];
  }

  configure(settings: Partial<LiveSettings>): void {
    this.#settings = {...this.#settings, ...settings};
    this.#follow();
  }

  disconnect(): void {
    for (const end of this.#endings) end();
    this.configure({isActive: false});
  }

  get #isAwake() {
    return this.#settings.isActive && this.#signals.isVisible();
  }

  /** Only when a page has loaded, because the stream reports changes to it. */
  get #wantedUrl() {
    const {query, phase} = this.#store.state;
    const isLoaded = query && (phase === 'ready' || phase === 'empty');
    const {url} = this.#settings;
    return this.#isAwake && isLoaded && url !== this.#refusedUrl ? url : undefined;
  }

  /** The user or the network is back: a refused or pending connection is tried at once. */
  #comeBack = (event?: {readonly type: string}) => {
    this.#refusedUrl = undefined;
    // A stream of the previous network may never end.
    if (this.#reconnecting || event?.type === 'online') this.#connect();
    this.#follow();
  };

  #follow() {
    const url = this.#wantedUrl;
    if (url !== this.#url) {
      this.#url = url;
      this.#failures = 0;
      this.#wasShort = false;
      this.#retry = RECONNECT;
      this.#backOff = 1;
      this.#connect();
    }
    this.#schedulePoll();
  }

  #connect() {
    clearTimeout(this.#reconnecting);
    this.#reconnecting = undefined;
    this.#stream?.abort();
    this.#isSteady = false;
    const url = this.#url;
    if (url) void this.#read(url, (this.#stream = new AbortController()));
  }

  async #read(url: string, {signal}: AbortController) {
    let opened: ReturnType<typeof setTimeout> | undefined;
    const beSteady = () => {
      if (this.#wasShort) void this.#updates.update();
      this.#isSteady = true;
      this.#wasShort = false;
      this.#failures = 0;
      this.#schedulePoll();
    };
    const isTemporary = await readEventStream(url, {
      withCredentials: this.#settings.withCredentials,
      fetcher: this.#settings.fetcher,
      signal,
      opened: () => {
        opened = setTimeout(beSteady, STEADY);
        // Changes before the stream was open have been missed.
        if (!this.#wasShort) void this.#updates.update();
      },
      changed: () => void this.#updates.update(),
      retried: (milliseconds) => (this.#retry = milliseconds),
    });
    clearTimeout(opened);
    if (signal.aborted) return;
    this.#wasShort = !!opened && !this.#isSteady;
    this.#isSteady = false;
    if (isTemporary) {
      const pause = pauseAfter(++this.#failures, this.#retry);
      this.#reconnecting = setTimeout(() => this.#connect(), pause);
      this.#schedulePoll();
    } else {
      warnOnce(
        `${url.split('?')[0]} has no event stream. While a video is being transcoded, the list is polled instead.`,
      );
      this.#refusedUrl = url;
      this.#follow();
    }
  }

  /** A running timer is not restarted. */
  #schedulePoll() {
    const {pollInterval} = this.#settings;
    const {query, items} = this.#store.state;
    const isUnfinished = items.loaded.some(({transcoding}) => transcoding === 'transcoding');
    if (!isUnfinished) this.#backOff = 1;
    const interval = Number(pollInterval);
    // A stream that is being opened updates the list as soon as it is open.
    const hasStream = this.#isSteady || (!!this.#url && this.#failures === 0);
    if (this.#isAwake && !hasStream && query && isUnfinished && interval > 0) {
      const delay = Math.min(interval * this.#backOff, LONGEST_DELAY);
      this.#polling ??= setTimeout(() => void this.#poll(), delay);
    } else {
      clearTimeout(this.#polling);
      this.#polling = undefined;
    }
  }

  async #poll() {
    this.#backOff = Math.min(this.#backOff * 2, MAX_BACK_OFF);
    await this.#updates.update();
    this.#polling = undefined;
    this.#schedulePoll();
  }
}

/** Starts live updates of a store. */
export function createLive(store: ListStore, options: LiveOptions = {}): Live {
  return new Live(store, options);
}
