import type {Caller} from '../caller.js';
import type {RateLimit} from '../limits/rate-limit.js';
import {ProxyError} from '../proxy-error.js';
import {VendorError} from '../vendor/vendor-error.js';
import type {PlaySource, SourceAnswer, ListSource} from '../list-source.js';
import {NO_SUCH_VIDEO_CODE} from '../../../src/wire/publish-urls.js';
import type {Access} from './gallery.js';
import {findInScope, type KnownVideos} from './known-videos.js';
import {isLimited} from './scope.js';

/** How play addresses are given. */
export interface PlayDeskOptions {
  /** Where the lists come from. */
  readonly source: ListSource;
  /** Whether asking it costs no call to the vendor, and it knows every video. */
  readonly isSourceComplete: boolean;
  readonly play: PlaySource;
  /** Whether asking it costs a call to the vendor. */
  readonly isPlayCostly: boolean;
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
 * Gives the play addresses of videos in the caller's scope. An id that no list has shown is a guess:
 * guesses that were wrong are counted, since each of them may cost a call to the vendor, of which there
 * are few for everybody.
 */
export class PlayDesk {
  readonly #options: PlayDeskOptions;

  constructor(options: PlayDeskOptions) {
    this.#options = options;
  }

  /** @throws {ProxyError} 404 for a video that is not there or not in the scope, 429 for a guess too many. */
  async addressesOf(videoId: string, access: Access, caller: Caller): Promise<SourceAnswer> {
    const {known} = this.#options;
    if (known.isInScope(videoId, access) === false) throw noSuchVideo();
    if (!(await this.#isGuess(videoId, access))) return this.#addressesOf(videoId, access, caller);
    await this.#countGuess(caller.client);
    const answer = await this.#addressesOf(videoId, access, caller);
    known.note(videoId);
    await this.#forgiveGuess(caller.client);
    return answer;
  }

  async #addressesOf(videoId: string, access: Access, caller: Caller): Promise<SourceAnswer> {
    await this.#refuseOutOfScope(videoId, access, caller);
    try {
      return await this.#options.play(videoId, caller);
    } catch (error) {
      if (isNoSuchVideo(error)) this.#options.known.remember(videoId, access, false);
      throw error;
    }
  }

  async #refuseOutOfScope(videoId: string, access: Access, caller: Caller): Promise<void> {
    const {source, isSourceComplete, isPlayCostly, known} = this.#options;
    // Without a limit all that is there is in scope, and whoever knows the addresses knows what is there.
    const isNeeded = isLimited(access.scope) || (isSourceComplete && isPlayCostly);
    if (!isNeeded || known.isInScope(videoId, access)) return;
    const isInScope = await findInScope(source, videoId, access, caller);
    // A complete source is quick, and may change at any time.
    if (!isSourceComplete || !isInScope) known.remember(videoId, access, isInScope);
    if (!isInScope) throw noSuchVideo();
  }

  async #isGuess(videoId: string, {scope}: Access): Promise<boolean> {
    const {isSourceComplete, isPlayCostly, known, isStored} = this.#options;
    if (isSourceComplete || !(isPlayCostly || isLimited(scope))) return false;
    if (known.hasListed(videoId)) return false;
    // A store that cannot be asked knows of nothing.
    const isKnown = await isStored?.(videoId).catch(() => false);
    if (isKnown) known.note(videoId);
    return !isKnown;
  }

  async #countGuess(client: string | undefined): Promise<void> {
    if (client !== undefined) await this.#options.guesses.take(client);
    await this.#options.allGuesses.take(ALL);
  }

  async #forgiveGuess(client: string | undefined): Promise<void> {
    if (client !== undefined) await this.#options.guesses.giveBack(client);
    await this.#options.allGuesses.giveBack(ALL);
  }
}

/** The same for a video that is not there and one that is out of scope: nothing can be learned from it. */
function noSuchVideo(): ProxyError {
  return new ProxyError(404, 'There is no such video.', {code: NO_SUCH_VIDEO_CODE});
}

function isNoSuchVideo(error: unknown): boolean {
  const isAnswer = error instanceof VendorError || error instanceof ProxyError;
  return isAnswer && (error.status === 404 || error.status === 400);
}
