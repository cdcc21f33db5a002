import type {Log} from '../error-answers.js';
import {systemClock} from '../vendor/clock.js';
import type {StoredChange, VideoStore} from '../video-store.js';
import {inBatches, type EventBatch, type KeyedScope} from './event-batch.js';
import {listEvent, writeChange} from './event-text.js';
import {DueListEvents} from './due-list-events.js';
import {Replay} from './replay.js';

/** Someone who wants to hear of changes. */
export interface FeedListener {
  /** What it may hear of. */
  readonly scope: KeyedScope;
  /** @returns whether there were changes that it may not see. */
  deliver(batch: EventBatch): boolean;
  /** An event that goes to all who may hear it. */
  send(bytes: Uint8Array): void;
  /** Changes up to that number are not told one by one. */
  skipTo(position: number): void;
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

/**
 * Changes times listeners, at most, that are told one by one. Of a longer burst all are told to ask for
 * the list again, which costs less than every record for everybody.
 */
const MAX_DELIVERIES = 100_000;

/** Changes at the end of a burst that are told one by one, for listeners that know no event `list`. */
const TOLD_OF_BURST = 20;

/** Characters that are sent to a listener in one go. What waits for a slow one has a limit. */
const MAX_BATCH_LENGTH = 65_536;

/** Characters that are sent to all listeners in a millisecond, at most: others get their turn too. */
const LENGTH_PER_MS = 100_000;

/** Milliseconds that a list is held up, at most, by a store that does not answer. */
const PATIENCE_MS = 200;

/**
 * Tells all listeners of a process what is stored, by this process or another one: it follows the
 * store's sequence, with one query however many listen. While nobody does, it looks when a list is
 * wanted.
 */
export class ChangeFeed {
  /** What streams missed that come back. */
  readonly replay: Replay;
  readonly #options: FeedOptions;
  readonly #listeners = new Set<FeedListener>();
  readonly #listEvents = new DueListEvents();
  readonly #closing = new AbortController();
  #timers: ReturnType<typeof setInterval>[] = [];
  #unwatch: (() => void) | undefined;
  /** The last change that `onChanges` was called for. */
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

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Whether it is over. */
  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Tells a listener of everything later than `sequence`, which should be recent. */
  add(listener: FeedListener, sequence: number): void {
    if (this.isClosed) return listener.end();
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
    if (this.#listeners.size > 0 || this.isClosed) return;
    const now = performance.now();
    if (now >= this.#nextGlanceMs && !this.#isGlancing) {
      this.#nextGlanceMs = now + this.#options.pollMs;
      this.#glance = withPatience(this.#glanceAtStore());
    }
    await this.#glance;
  }

  /** Ends every listener and timer, for good. */
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
      setInterval(() => void this.#look(), pollMs),
      setInterval(() => this.#beat(), heartbeatMs),
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
      // The next look, a moment later, starts from the same place.
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
    // Before anybody is told: whoever asks for the list then must not get the old one.
    onChanges();
    if (burstEnd !== undefined) this.#skipTo(burstEnd);
    await this.#deliver(changes);
  }

  /** After which change of a burst everything is told; undefined when there is no burst. */
  async #burstEnd(): Promise<number | undefined> {
    const last = await this.#options.store.lastSequence();
    const most = Math.max(BATCH, MAX_DELIVERIES / this.#listeners.size);
    return last - this.#position > most ? last - TOLD_OF_BURST : undefined;
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

  /** Lets what was sent leave, and others have their turn. */
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
