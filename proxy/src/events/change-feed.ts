import type {Log} from '../error-answers.js';
import {systemClock} from '../vendor/clock.js';
import type {VideoStore} from '../video-store.js';
import {changeEvent, type StreamEvent} from './event-text.js';

/** Someone who wants to hear of changes. */
export interface FeedListener {
  deliver(events: readonly StreamEvent[]): void;
  heartbeat(): void;
  /** The feed is over. */
  end(): void;
}

/** How a feed keeps up. */
export interface FeedOptions {
  readonly store: VideoStore;
  /** Milliseconds between two looks for what other processes stored. */
  readonly pollMs: number;
  /** Milliseconds between two heartbeats. */
  readonly heartbeatMs: number;
  /** Called when changes are seen, whoever stored them. */
  readonly onChanges: () => void;
  readonly log: Log;
}

/** Changes read at a time. */
const BATCH = 100;

/** Milliseconds that a list is held up, at most, by a store that does not answer. */
const PATIENCE_MS = 1_000;

/**
 * Tells all listeners of a process what is stored, by this process or another one: it follows the
 * store's sequence, with one reader however many listen. While nobody does, it looks when a list is
 * wanted.
 */
export class ChangeFeed {
  readonly #options: FeedOptions;
  readonly #listeners = new Set<FeedListener>();
  #timers: ReturnType<typeof setInterval>[] = [];
  /** The last change that `onChanges` was called for. */
  #position = -1;
  #glance = Promise.resolve();
  #nextGlanceMs = -Infinity;
  #isReading = false;
  #isBehind = false;
  #isClosed = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Whether it is over. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Tells a listener of everything later than `sequence`, which should be recent. */
  add(listener: FeedListener, sequence: number): void {
    if (this.#isClosed) return listener.end();
    if (this.#listeners.size === 0) this.#start(sequence);
    this.#listeners.add(listener);
  }

  /** Leaves a listener alone from now on. */
  remove(listener: FeedListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#stop();
  }

  /** Looks for changes at once: this process has stored some. */
  wake(): void {
    if (this.#listeners.size > 0) return void this.#look();
    this.#nextGlanceMs = -Infinity;
    this.#options.onChanges();
  }

  /**
   * To be waited for before a list is given: whatever was stored has been noticed then, if need be by a
   * look at the store. One that fails or is slow is not waited for.
   */
  async catchUp(): Promise<void> {
    if (this.#listeners.size > 0 || this.#isClosed) return;
    const now = performance.now();
    if (now >= this.#nextGlanceMs) {
      this.#nextGlanceMs = now + this.#options.pollMs;
      this.#glance = withPatience(this.#glanceAtStore());
    }
    await this.#glance;
  }

  /** Ends every listener and timer, for good. */
  close(): void {
    this.#isClosed = true;
    this.#stop();
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  #start(sequence: number): void {
    const {pollMs, heartbeatMs} = this.#options;
    this.#moveTo(sequence);
    this.#timers = [
      setInterval(() => void this.#look(), pollMs),
      setInterval(() => this.#beat(), heartbeatMs),
    ];
  }

  #stop(): void {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
  }

  #moveTo(sequence: number): void {
    if (sequence === this.#position) return;
    this.#position = sequence;
    this.#options.onChanges();
  }

  async #glanceAtStore(): Promise<void> {
    try {
      const sequence = await this.#options.store.lastSequence();
      if (this.#listeners.size === 0) this.#moveTo(sequence);
    } catch (error) {
      this.#complain(error);
    }
  }

  #complain(error: unknown): void {
    if (!this.#isClosed) this.#options.log(`events: the store cannot be read: ${String(error)}`);
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
    } catch (error) {
      // The next look, a moment later, starts from the same place.
      this.#complain(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #read(): Promise<void> {
    const {store, onChanges} = this.#options;
    this.#isBehind = false;
    const changes = await store.changesSince(this.#position, BATCH);
    const last = changes.at(-1);
    if (!last) return;
    this.#position = Math.max(this.#position, last.sequence);
    this.#isBehind ||= changes.length === BATCH;
    // Before anybody is told: whoever asks for the list then must not get the old one.
    onChanges();
    const events = changes.map(changeEvent);
    for (const listener of this.#listeners) listener.deliver(events);
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
