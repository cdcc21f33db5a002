import type {RateLimit} from '../limits/rate-limit.js';
import type {KnownVideos} from './known-videos.js';

/** How ids are told apart that nobody has heard of. */
export interface UnknownVideosOptions {
  readonly known: KnownVideos;
  /** Looks a video up where callbacks are kept, if they are. */
  readonly isStored: ((videoId: string) => Promise<boolean>) | undefined;
  /** How many ids that nobody has heard of a client may ask for. */
  readonly guesses: RateLimit;
  /** The same for all clients together. */
  readonly allGuesses: RateLimit;
}

/** What all clients together are counted by. */
const ALL = 'all';

/**
 * An id that no list has shown is a guess: guesses that were wrong are counted, since each of them may cost a call to the
 * vendor, of which there are few for everybody.
 */
export class UnknownVideos {
  readonly #options: UnknownVideosOptions;

  constructor(options: UnknownVideosOptions) {
    this.#options = options;
  }

  /**
   * Asks about a video, and counts it as a guess if nobody has heard of the video and asking fails.
   *
   * @throws {ProxyError} 429 for a guess too many.
   */
  async ask<T>(videoId: string, client: string | undefined, task: () => Promise<T>): Promise<T> {
    if (await this.#isKnown(videoId)) return task();
    await this.#count(client);
    const answer = await task();
    this.#options.known.note(videoId);
    await this.#forgive(client);
    return answer;
  }

  async #isKnown(videoId: string): Promise<boolean> {
    const {known, isStored} = this.#options;
    if (known.hasListed(videoId)) return true;
    // A store that cannot be asked knows of nothing.
    const isKnown = (await isStored?.(videoId).catch(() => false)) ?? false;
    if (isKnown) known.note(videoId);
    return isKnown;
  }

  async #count(client: string | undefined): Promise<void> {
    if (client !== undefined) await this.#options.guesses.take(client);
    await this.#options.allGuesses.take(ALL);
  }

  async #forgive(client: string | undefined): Promise<void> {
    if (client !== undefined) await this.#options.guesses.giveBack(client);
    await this.#options.allGuesses.giveBack(ALL);
  }
}
