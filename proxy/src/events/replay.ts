import {BoundedMap} from '../vendor/bounded-map.js';
import type {VideoStore} from '../video-store.js';
import {writeChange, type WrittenChange} from './event-text.js';

/** Numbers of changes in a block. */
const BLOCK = 64;

/** Blocks that are kept. */
const MAX_BLOCKS = 100;

/** Milliseconds a block is given without reading it again. */
const BLOCK_MS = 5_000;

/** Some of what was missed, oldest first. */
export interface MissedChanges {
  readonly changes: readonly WrittenChange[];
  /** Everything up to this number has been told then. */
  readonly position: number;
  /** Whether there was nothing later. */
  readonly isLast: boolean;
}

interface Block {
  readonly changes: Promise<readonly WrittenChange[]>;
  readonly untilMs: number;
}

/**
 * Reads what streams missed that come back. Older changes are read in blocks that begin at fixed
 * numbers, so that many streams, wherever each of them left off, share one read of each block.
 */
export class Replay {
  readonly #store: VideoStore;
  readonly #blocks = new BoundedMap<Block>(MAX_BLOCKS, Infinity);

  constructor(store: VideoStore) {
    this.#store = store;
  }

  /**
   * Reads on from a position.
   *
   * @param last - Number of a change that is stored for certain.
   */
  async after(position: number, last: number): Promise<MissedChanges> {
    const start = Math.floor(position / BLOCK) * BLOCK;
    const end = start + BLOCK;
    if (end > last) return this.#readNewest(position);
    const changes = (await this.#block(start)).filter(({sequence}) => sequence > position);
    return {changes, position: end, isLast: false};
  }

  /** What may still grow is read each time. */
  async #readNewest(position: number): Promise<MissedChanges> {
    const changes = (await this.#store.changesSince(position, BLOCK)).map(writeChange);
    const isLast = changes.length < BLOCK;
    return {changes, position: changes.at(-1)?.sequence ?? position, isLast};
  }

  #block(start: number): Promise<readonly WrittenChange[]> {
    const now = performance.now();
    const known = this.#blocks.get(`${start}`);
    if (known && now < known.untilMs) return known.changes;
    const changes = this.#readBlock(start);
    this.#blocks.set(`${start}`, {changes, untilMs: now + BLOCK_MS}, 1);
    // One that could not be read is not what the next stream should get.
    changes.catch(() => this.#blocks.delete(`${start}`));
    return changes;
  }

  async #readBlock(start: number): Promise<readonly WrittenChange[]> {
    const changes = await this.#store.changesSince(start, BLOCK);
    return changes.filter(({sequence}) => sequence <= start + BLOCK).map(writeChange);
  }
}
