import type {Log} from '../error-answers.js';
import type {ChangeFeed, FeedListener} from './change-feed.js';
import {EventBatch, type BatchPart, type KeyedScope} from './event-batch.js';
import {closing, HEARTBEAT, listEvent, opening} from './event-text.js';

/** Options of a stream. */
export interface StreamOptions {
  /** Maximum number of bytes that wait for a slow client. */
  readonly maxQueuedBytes: number;
  /** Milliseconds after which a client reconnects. */
  readonly retryMs: number;
  readonly log: Log;
}

/** Where a stream begins. */
export interface StreamStart {
  /** Number of the last change that the client has. */
  readonly position: number;
  /** Number of the last change in the store. */
  readonly last: number;
  /** Whether it has missed too many changes. It then gets an event `list` instead. */
  readonly hasMissedMuch: boolean;
}

/**
 * The events of one client. Missed changes are read from the store, as fast as the client reads; after that, the changes of
 * the feed are sent. A client that reads too slowly is disconnected. It reconnects with its last event id and misses
 * nothing.
 */
export class EventStream implements FeedListener {
  readonly scope: KeyedScope;
  readonly #feed: ChangeFeed;
  readonly #options: StreamOptions;
  readonly #onEnd: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #position = 0;
  #last = 0;
  #isLive = false;
  #hasMissed = false;
  #hasMissedHidden = false;

  /** @param onEnd - Called once, when the stream has ended. */
  constructor(feed: ChangeFeed, scope: KeyedScope, options: StreamOptions, onEnd: () => void) {
    this.#feed = feed;
    this.scope = scope;
    this.#options = options;
    this.#onEnd = onEnd;
  }

  /** Starts; ends when the signal is aborted. */
  open(start: StreamStart, signal: AbortSignal): ReadableStream<Uint8Array> {
    this.#position = start.position;
    this.#last = start.last;
    signal.addEventListener('abort', () => this.end(), {once: true});
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(opening(start.position, this.#options.retryMs));
          if (start.hasMissedMuch) controller.enqueue(listEvent(start.position));
          this.#feed.add(this, start.last);
        },
        pull: () => this.#catchUp().catch((error: unknown) => this.#stop(error)),
        cancel: () => void this.#leave(),
      },
      {highWaterMark: this.#options.maxQueuedBytes / 2, size: (chunk) => chunk.byteLength},
    );
  }

  deliver(batch: EventBatch): boolean {
    if (this.#isLive) return this.#sendPart(batch, batch.last).hasHidden;
    this.#hasMissed = true;
    return false;
  }

  send(bytes: Uint8Array): void {
    this.#enqueue(bytes);
  }

  skipTo(position: number): void {
    // A stream that is still replaying reads these changes from the store.
    if (this.#isLive) this.#position = Math.max(this.#position, position);
  }

  heartbeat(): void {
    this.#enqueue(HEARTBEAT);
  }

  end(): void {
    const controller = this.#leave();
    controller?.enqueue(closing());
    controller?.close();
  }

  /** Reads missed changes until there is something to send, or nothing is missing. */
  async #catchUp(): Promise<void> {
    let hasSent = false;
    while (!this.#isLive && !hasSent && this.#controller) {
      this.#hasMissed = false;
      const missed = await this.#feed.replay.after(this.#position, this.#last);
      const part = this.#sendPart(new EventBatch(missed.changes), missed.position);
      hasSent = part.bytes !== undefined;
      this.#hasMissedHidden ||= part.hasHidden;
      // Live as soon as nothing is missing and no change arrived during the read.
      this.#isLive = missed.isLast && !this.#hasMissed;
      // For changes outside the scope, one event `list` is sent without details.
      if (this.#isLive && this.#hasMissedHidden) this.#enqueue(listEvent(this.#position));
    }
  }

  #sendPart(batch: EventBatch, position: number): BatchPart {
    const part = batch.partFor(this.scope, this.#position);
    this.#position = Math.max(this.#position, position);
    if (part.bytes) this.#enqueue(part.bytes);
    return part;
  }

  #enqueue(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.enqueue(bytes);
    const room = (controller.desiredSize ?? 0) + this.#options.maxQueuedBytes / 2;
    if (room < 0) this.#drop();
  }

  /** Ends the stream without an error. The client reconnects and then gets what it has missed. */
  #stop(error: unknown): void {
    this.#options.log(`events: a stream ends, because the store cannot be read: ${String(error)}`);
    this.end();
  }

  #drop(): void {
    this.#options.log('events: a client that reads too slowly is disconnected');
    this.#leave()?.error(new Error('The client reads too slowly.'));
  }

  /** Removes the listener, and returns its controller once. */
  #leave(): ReadableStreamDefaultController<Uint8Array> | undefined {
    const controller = this.#controller;
    this.#controller = undefined;
    this.#feed.remove(this);
    if (controller) this.#onEnd();
    return controller;
  }
}
