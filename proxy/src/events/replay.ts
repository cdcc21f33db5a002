import {BoundedMap} from '../util/bounded-map.js';
import type {VideoStore} from '../video-store.js';
import {writeChange, type WrittenChange} from './event-text.js';

/** Number of changes in a block. */
const BLOCK = 64;

/** Maximum number of cached blocks. */
const MAX_BLOCKS = 100;

/** Milliseconds for which a block is used without reading it again. */
const BLOCK_MS = 5_000;

/** A part of the missed changes, oldest first. */
export interface MissedChanges {
  readonly changes: readonly WrittenChange[];
  /** The client then has all changes up to this number. */
  readonly position: number;
  /** Whether there are no later changes. */
  readonly isLast: boolean;
}

interface Block {
  readonly changes: Promise<readonly WrittenChange[]>;
  readonly untilMs: number;
}

/**
 * Reads missed changes for streams that reconnect. Older changes are read in blocks with fixed boundaries, so that many
 * streams with different positions share one read of each block.
 */
export class Replay {
  readonly #store: VideoStore;
  readonly #blocks = new BoundedMap<Block>(MAX_BLOCKS, Infinity);

  constructor(store: VideoStore) {
    this.#store = store;
  }

  /**
   * Reads changes after a position.
   *
   * @param last - Number of a change that is known to be stored.
   */
  async after(position: number, last: number): Promise<MissedChanges> {
    const start = Math.floor(position / BLOCK) * BLOCK;
    const end = start + BLOCK;
    if (end > last) return this.#readNewest(position);
    const changes = (await this.#block(start)).filter(({sequence}) => sequence > position);
    return {changes, position: end, isLast: false};
  }

  /** The newest block may still grow, so it is not cached. */
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
    // A failed read is not cached.
    changes.catch(() => this.#blocks.delete(`${start}`));
    return changes;
  }

  async #readBlock(start: number): Promise<readonly WrittenChange[]> {
    const changes = await this.#store.changesSince(start, BLOCK);
    return changes.filter(({sequence}) => sequence <= start + BLOCK).map(writeChange);
  }
}
