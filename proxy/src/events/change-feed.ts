import type {Log} from '../error-answers.js';
import {LONGEST_TIMER_MS, systemClock} from '../util/clock.js';
import type {StoredChange, VideoStore} from '../video-store.js';
import {inBatches, type EventBatch, type KeyedScope} from './event-batch.js';
import {listEvent, writeChange} from './event-text.js';
import {DueListEvents} from './due-list-events.js';
import {Replay} from './replay.js';

/** A receiver of changes. */
export interface FeedListener {
  /** The scope of the changes that it may receive. */
  readonly scope: KeyedScope;
  /** @returns Whether there were changes outside its scope. */
  deliver(batch: EventBatch): boolean;
  /** Sends an event as it is. */
  send(bytes: Uint8Array): void;
  /** Skips the changes up to this number. */
  skipTo(position: number): void;
  heartbeat(): void;
  /** Called when the feed ends. */
  end(): void;
}

/** Options of a change feed. */
export interface FeedOptions {
  readonly store: VideoStore;
  /** Interval in milliseconds at which the store is checked for changes of other processes. */
  readonly pollMs: number;
  /** Interval of heartbeats in milliseconds. */
  readonly heartbeatMs: number;
  /** Called when there are changes, of this or another process. */
  readonly onChanges: () => void;
  readonly log: Log;
}

/** Changes read at a time. */
const BATCH = 100;

/**
 * Maximum of changes × listeners that are sent one by one. After more changes, all listeners get an event `list` instead,
 * which costs less than sending every record to every listener.
 */
const MAX_DELIVERIES = 100_000;

/** Number of changes at the end of a burst that are still sent, for clients that do not know the event `list`. */
const SENT_OF_BURST = 20;

/** Maximum number of characters in one batch, because the queue of a slow listener is limited. */
const MAX_BATCH_LENGTH = 65_536;

/** Maximum number of characters sent to all listeners in a millisecond, so that other work is not blocked. */
const LENGTH_PER_MS = 100_000;

/** Maximum delay in milliseconds of a list while the store does not answer. */
const PATIENCE_MS = 200;

/**
 * Sends all stored changes, of this and other processes, to the listeners of this process. It follows the sequence of the
 * store with one query for all listeners. Without listeners, it checks the store only when a list is requested.
 */
export class ChangeFeed {
  /** Changes for streams that reconnect. */
  readonly replay: Replay;
  readonly #options: FeedOptions;
  readonly #listeners = new Set<FeedListener>();
  readonly #listEvents = new DueListEvents();
  readonly #closing = new AbortController();
  #timers: ReturnType<typeof setInterval>[] = [];
  #unwatch: (() => void) | undefined;
  /** Number of the last change that `onChanges` was called for. */
  #position = -1;
  #glance = Promise.resolve();
  #isGlancing = false;
  #nextGlanceMs = -Infinity;
  #isReading = false;
  #isBehind = false;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.replay = new Replay(options.store);
  }

  /** Number of listeners. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Whether it has been closed. */
  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Adds a listener, which gets all changes after `sequence`. That should be recent. */
  add(listener: FeedListener, sequence: number): void {
    if (this.isClosed) return listener.end();
    if (this.#listeners.size === 0) this.#start(sequence);
    this.#listeners.add(listener);
  }

  /** Removes a listener. */
  remove(listener: FeedListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#stop();
  }

  /** Checks for changes at once, because this process has stored some. */
  wake(): void {
    if (this.#listeners.size > 0) return void this.#look();
    this.#nextGlanceMs = -Infinity;
    this.#options.onChanges();
  }

  /**
   * Call and await it before a list is sent, so that all stored changes have been noticed. It checks the store if
   * necessary, and gives up if the store fails or is slow.
   */
  async catchUp(): Promise<void> {
    if (this.#listeners.size > 0 || this.isClosed) return;
    const now = performance.now();
    if (now >= this.#nextGlanceMs && !this.#isGlancing) {
      this.#nextGlanceMs = now + this.#options.pollMs;
      this.#glance = withPatience(this.#glanceAtStore());
    }
    await this.#glance;
  }

  /** Ends all listeners and timers. */
  close(): void {
    this.#closing.abort();
    this.#stop();
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  #start(sequence: number): void {
    const {store, pollMs, heartbeatMs} = this.#options;
    this.#moveTo(sequence);
    this.#unwatch = store.watch?.(() => void this.#look());
    this.#timers = [
      setInterval(() => void this.#look(), Math.min(pollMs, LONGEST_TIMER_MS)),
      setInterval(() => this.#beat(), Math.min(heartbeatMs, LONGEST_TIMER_MS)),
    ];
  }

  #stop(): void {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #moveTo(sequence: number): void {
    if (sequence === this.#position) return;
    this.#position = sequence;
    this.#options.onChanges();
  }

  async #glanceAtStore(): Promise<void> {
    this.#isGlancing = true;
    try {
      const sequence = await this.#options.store.lastSequence();
      if (this.#listeners.size === 0) this.#moveTo(sequence);
    } catch (error) {
      this.#complain(error);
    } finally {
      this.#isGlancing = false;
    }
  }

  #complain(error: unknown): void {
    if (!this.isClosed) this.#options.log(`events: the store cannot be read: ${String(error)}`);
  }

  #beat(): void {
    for (const listener of this.#listeners) listener.heartbeat();
  }

  async #look(): Promise<void> {
    this.#isBehind = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isBehind && this.#listeners.size > 0) await this.#read();
      this.#sendDueListEvents();
    } catch (error) {
      // The next check starts at the same position.
      this.#complain(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #read(): Promise<void> {
    const {store, onChanges} = this.#options;
    this.#isBehind = false;
    let changes = await store.changesSince(this.#position, BATCH);
    const burstEnd = changes.length === BATCH ? await this.#burstEnd() : undefined;
    if (burstEnd !== undefined) changes = await store.changesSince(burstEnd, BATCH);
    const last = changes.at(-1);
    if (!last) return;
    this.#position = Math.max(this.#position, last.sequence);
    this.#isBehind ||= changes.length === BATCH;
    // Before the listeners, because a client that then requests the list must not get the old one.
    onChanges();
    if (burstEnd !== undefined) this.#skipTo(burstEnd);
    await this.#deliver(changes);
  }

  /** The change after which the changes of a burst are sent; undefined if there is no burst. */
  async #burstEnd(): Promise<number | undefined> {
    const last = await this.#options.store.lastSequence();
    const most = Math.max(BATCH, MAX_DELIVERIES / this.#listeners.size);
    return last - this.#position > most ? last - SENT_OF_BURST : undefined;
  }

  #skipTo(position: number): void {
    const event = listEvent(position);
    for (const listener of this.#listeners) {
      listener.send(event);
      listener.skipTo(position);
    }
  }

  async #deliver(changes: readonly StoredChange[]): Promise<void> {
    for (const batch of inBatches(changes.map(writeChange), MAX_BATCH_LENGTH)) {
      for (const listener of this.#listeners) {
        if (listener.deliver(batch)) this.#listEvents.note(listener.scope);
      }
      await this.#rest((batch.length * this.#listeners.size) / LENGTH_PER_MS);
    }
  }

  /** Pauses, so that data are sent and other work runs. */
  async #rest(ms: number): Promise<void> {
    await systemClock.sleep(ms, this.#closing.signal).catch(() => {});
  }

  #sendDueListEvents(): void {
    const due = this.#listEvents.takeDue(performance.now());
    if (due.size === 0) return;
    const event = listEvent(this.#position);
    for (const listener of this.#listeners) {
      if (due.has(listener.scope.key)) listener.send(event);
    }
  }
}

async function withPatience(promise: Promise<void>): Promise<void> {
  const isOver = new AbortController();
  try {
    await Promise.race([promise, systemClock.sleep(PATIENCE_MS, isOver.signal)]);
  } finally {
    isOver.abort();
  }
}
