import type {Caller} from '../caller.js';
import {ProxyError} from '../proxy-error.js';
import {VendorError} from '../vendor/vendor-error.js';
import type {PlaySource, SourceAnswer} from '../list-source.js';
import type {Access} from './gallery.js';
import {findInScope} from './known-videos.js';
import {noSuchVideo} from './no-such-video.js';
import {isLimited} from './scope.js';
import type {VideoLookupOptions} from './video-lookup.js';

/** Options of play addresses. */
export interface PlayAddressesOptions extends VideoLookupOptions {
  readonly play: PlaySource;
  /** Whether asking it costs a call to the vendor. */
  readonly isPlayCostly: boolean;
}

/** Returns the play addresses of videos in the scope of a request. */
export class PlayAddresses {
  readonly #options: PlayAddressesOptions;

  constructor(options: PlayAddressesOptions) {
    this.#options = options;
  }

  /** @throws {ProxyError} 404 if the video does not exist or is outside the scope, 429 after too many ids that do not exist. */
  async addressesOf(videoId: string, access: Access, caller: Caller): Promise<SourceAnswer> {
    const {known, unknown, isSourceComplete, isPlayCostly} = this.#options;
    if (known.isInScope(videoId, access) === false) throw noSuchVideo();
    const ask = () => this.#addressesOf(videoId, access, caller);
    const mayCost = !isSourceComplete && (isPlayCostly || isLimited(access.scope));
    return mayCost ? unknown.ask(videoId, caller.client, ask) : ask();
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
    // Without a scope, every video is visible. The check is then only needed to avoid a call to the vendor for a video that
    // the complete source does not have.
    const isNeeded = isLimited(access.scope) || (isSourceComplete && isPlayCostly);
    if (!isNeeded || known.isInScope(videoId, access)) return;
    const isInScope = await findInScope(source, videoId, access, caller);
    // The answer of a complete source is not remembered: asking is fast, and videos may change at any time.
    if (!isSourceComplete || !isInScope) known.remember(videoId, access, isInScope);
    if (!isInScope) throw noSuchVideo();
  }
}

function isNoSuchVideo(error: unknown): boolean {
  const isAnswer = error instanceof VendorError || error instanceof ProxyError;
  return isAnswer && (error.status === 404 || error.status === 400);
}
