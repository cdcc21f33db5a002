import type {RateLimit} from '../limits/rate-limit.js';
import type {KnownVideos} from './known-videos.js';

/** Options for requests with unknown ids. */
export interface UnknownVideosOptions {
  readonly known: KnownVideos;
  /** Whether a video is in the store; undefined without a store. */
  readonly isStored: ((videoId: string) => Promise<boolean>) | undefined;
  /** Limit of unknown ids for each client. */
  readonly guesses: RateLimit;
  /** Limit of unknown ids for all clients together. */
  readonly allGuesses: RateLimit;
}

/** Key of the limit for all clients together. */
const ALL = 'all';

/**
 * Limits requests for ids that do not exist. Each may cost a call to the vendor, and the number of calls is limited for all
 * users together.
 */
export class UnknownVideos {
  readonly #options: UnknownVideosOptions;

  constructor(options: UnknownVideosOptions) {
    this.#options = options;
  }

  /**
   * Runs a task for a video. If the id is unknown and the task fails, it counts against the limits.
   *
   * @throws {ProxyError} 429 if a limit is exceeded.
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
    // If the store fails, the id counts as unknown.
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
