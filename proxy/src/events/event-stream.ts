import type {Log} from '../error-answers.js';
import type {VideoStore} from '../video-store.js';
import type {ChangeFeed, FeedListener} from './change-feed.js';
import {changeEvent, HEARTBEAT, opening, type StreamEvent} from './event-text.js';

/** How a stream treats its reader. */
export interface StreamOptions {
  /** Bytes that may wait for a slow reader. */
  readonly maxQueuedBytes: number;
  /** Milliseconds after which a reader that lost the connection should come back. */
  readonly retryMs: number;
  readonly log: Log;
}

/** Changes that a returning reader missed, read at a time. */
const CATCH_UP_BATCH = 20;

/**
 * One reader's events. What it missed comes out of the store, as fast as it reads; after that it hears
 * what the feed says. A reader that falls too far behind is dropped: it comes back by itself, says
 * where it was, and misses nothing.
 */
export class EventStream implements FeedListener {
  readonly #feed: ChangeFeed;
  readonly #store: VideoStore;
  readonly #options: StreamOptions;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Number of the last change that the reader was told of. */
  #position: number;
  #isLive = false;
  #hasMissed = false;

  constructor(feed: ChangeFeed, store: VideoStore, position: number, options: StreamOptions) {
    this.#feed = feed;
    this.#store = store;
    this.#position = position;
    this.#options = options;
  }

  /** Starts; ends when the signal is aborted. */
  open(last: number, signal: AbortSignal): ReadableStream<Uint8Array> {
    signal.addEventListener('abort', () => this.end(), {once: true});
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(opening(this.#position, this.#options.retryMs));
          this.#feed.add(this, last);
        },
        pull: () => this.#catchUp(),
        cancel: () => void this.#leave(),
      },
      {highWaterMark: this.#options.maxQueuedBytes / 2, size: (chunk) => chunk.byteLength},
    );
  }

  deliver(events: readonly StreamEvent[]): void {
    if (!this.#isLive) this.#hasMissed = true;
    else this.#send(events);
  }

  heartbeat(): void {
    this.#enqueue(HEARTBEAT);
  }

  end(): void {
    this.#leave()?.close();
  }

  async #catchUp(): Promise<void> {
    if (this.#isLive) return;
    this.#hasMissed = false;
    const changes = await this.#store.changesSince(this.#position, CATCH_UP_BATCH);
    this.#send(changes.map(changeEvent));
    // Live from the moment on in which nothing was left, and nothing was said while we looked.
    this.#isLive = changes.length < CATCH_UP_BATCH && !this.#hasMissed;
    if (changes.length === 0 && !this.#isLive) await this.#catchUp();
  }

  #send(events: readonly StreamEvent[]): void {
    for (const {sequence, bytes} of events) {
      if (sequence <= this.#position) continue;
      this.#position = sequence;
      this.#enqueue(bytes);
    }
  }

  #enqueue(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.enqueue(bytes);
    const room = (controller.desiredSize ?? 0) + this.#options.maxQueuedBytes / 2;
    if (room < 0) this.#drop();
  }

  #drop(): void {
    this.#options.log('events: a slow reader is dropped');
    this.#leave()?.error(new Error('The reader is too slow.'));
  }

  /** Forgets the reader; gives back what to tell it the end with, once. */
  #leave(): ReadableStreamDefaultController<Uint8Array> | undefined {
    const controller = this.#controller;
    this.#controller = undefined;
    this.#feed.remove(this);
    return controller;
  }
}
