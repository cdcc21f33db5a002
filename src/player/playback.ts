import type {Clarity} from '../model/clarity.js';
import {unplayableState, type Video, type VideoState} from '../model/video.js';
import type {PlayFailureReason} from '../model/play-failure-reason.js';
import {attachSource, isInsecure, mayPlayHls} from './attach-source.js';
import {inOrderOfChoice, qualitiesOf, type Surroundings} from './choose-source.js';
import {fetchPlayAddresses, type PlayRequest} from './fetch-play.js';
import {PlayFailure} from './play-failure.js';
import type {PlayAddresses, PlaySource} from './sources.js';

/** What a playback needs of its player. */
export interface PlaybackHost {
  /** How the proxy is asked; undefined for no proxy. */
  readonly request: PlayRequest | undefined;
  readonly media: HTMLMediaElement | null;
  readonly surroundings: Surroundings;
  /** Another source is played. */
  sourceChanged(source: PlaySource): void;
  failed(failure: PlayFailure): void;
}

/** Seconds of the same addresses before they are asked for once more when a source fails. */
const MIN_AGE = 5;

/** The same for addresses that have been asked for again already. */
const MIN_RENEWED_AGE = 60;

const STATE_REASONS: Partial<Record<VideoState, PlayFailureReason>> = {
  failed: 'broken',
  transcoding: 'processing',
  unavailable: 'unavailable',
};

/**
 * Plays one video: asks for its addresses, tries its sources one after the other, and asks for the addresses once more when
 * they have ended. Goes on where it was each time.
 */
export class Playback {
  readonly video: Video;
  /** Qualities that the user can choose from, best first. */
  qualities: readonly Clarity[] = [];
  /** What is played. */
  source: PlaySource | undefined;

  readonly #host: PlaybackHost;
  readonly #ending = new AbortController();
  #addresses: PlayAddresses | undefined;
  #askedAtMs = 0;
  #untried: PlaySource[] = [];
  #lastFailure: PlayFailure | undefined;
  #detach: (() => void) | undefined;
  /** Seconds to go on from with the next source. */
  #resumeAt = 0;
  #isToPlay = false;
  #isRenewed = false;

  constructor(host: PlaybackHost, video: Video) {
    this.#host = host;
    this.video = video;
  }

  /** Where it has failed, or where the source that is being loaded goes on, in seconds. */
  get position(): number {
    return this.#resumeAt;
  }

  /**
   * Starts.
   *
   * @param resumeAt - Where, in seconds.
   * @param isToPlay - Whether to play at once, not only to show the beginning.
   */
  async start(resumeAt: number, isToPlay: boolean): Promise<void> {
    this.#resumeAt = resumeAt;
    this.#isToPlay = isToPlay;
    await this.#try(async () => {
      const state = unplayableState(this.video);
      const reason = this.video.encrypted ? 'encrypted' : state && STATE_REASONS[state];
      if (reason) throw new PlayFailure(reason, `"${this.video.id}" cannot be played: ${reason}.`);
      await this.#ask();
      await this.#playNext();
    });
  }

  /** Plays in the quality that the user has chosen since, from the same position. */
  async choose(): Promise<void> {
    this.#keepPosition();
    this.#order();
    await this.#try(() => this.#playNext());
  }

  /** The source that is played has failed: goes on with another one, or with fresh addresses. */
  async goOn(): Promise<void> {
    if (!this.source) return;
    const failed = this.source;
    this.source = undefined;
    this.#keepPosition();
    this.#lastFailure = failureOf(failed);
    await this.#try(async () => {
      if (this.#areOld()) {
        this.#isRenewed = true;
        await this.#ask();
      } else if (failed.format === 'hls' && mayPlayHls(this.#host.media!)) {
        // What hls.js cannot play, the browser may.
        this.#untried.unshift({...failed, format: 'file'});
      }
      await this.#playNext();
    });
  }

  /** The media element knows the video now: it can go to a position. */
  mediaReady(): void {
    const {media} = this.#host;
    // The event of an earlier source may come after that has been taken away.
    if (!media?.readyState || !this.source) return;
    if (this.#resumeAt > 0) media.currentTime = this.#resumeAt;
    this.#resumeAt = 0;
    // A browser may not allow it without a click: the user then presses play.
    if (this.#isToPlay) media.play()?.catch(() => {});
  }

  /** The user, or the page, has started or paused it: so it goes on after a failure. */
  setPlaying(isPlaying: boolean): void {
    this.#isToPlay = isPlaying;
  }

  stop(): void {
    this.#ending.abort();
    this.source = undefined;
    this.#detach?.();
    this.#host.media?.pause();
  }

  async #try(attempt: () => Promise<void>): Promise<void> {
    try {
      await attempt();
    } catch (cause) {
      if (this.#ending.signal.aborted) return;
      this.#host.failed(
        cause instanceof PlayFailure
          ? cause
          : new PlayFailure('unplayable', 'The video could not be played.', cause),
      );
    }
  }

  async #ask() {
    const {request} = this.#host;
    if (!request) throw new PlayFailure('unconfigured', 'The player has no "src".');
    this.#addresses = await fetchPlayAddresses(request, this.video.id, this.#ending.signal);
    this.#askedAtMs = Date.now();
    const {isEncrypted, sources} = this.#addresses;
    if (isEncrypted) throw new PlayFailure('encrypted', `"${this.video.id}" is encrypted.`);
    if (sources.length === 0) {
      throw new PlayFailure(
        'unconfigured',
        `The proxy knows no play address of "${this.video.id}".`,
      );
    }
    this.qualities = qualitiesOf(sources.filter(({format}) => format !== 'unsupported'));
    this.#order();
  }

  #order() {
    const {sources = []} = this.#addresses ?? {};
    this.#untried = inOrderOfChoice(sources, this.video, this.#host.surroundings);
  }

  /** Renewed addresses that soon fail, too, are not worth asking for again. */
  #areOld() {
    const {expiresAtMs = Infinity} = this.#addresses ?? {};
    const ageMs = Date.now() - this.#askedAtMs;
    if (this.#isRenewed) return ageMs > MIN_RENEWED_AGE * 1000;
    return Date.now() >= expiresAtMs || ageMs > MIN_AGE * 1000;
  }

  async #playNext(): Promise<void> {
    const source = this.#untried.shift();
    if (!source) throw this.#lastFailure ?? new PlayFailure('unplayable', 'No source is left.');
    const {media} = this.#host;
    if (!media) return;
    this.#detach?.();
    this.#detach = undefined;
    try {
      const detach = await attachSource(media, source, () => void this.goOn());
      if (this.#ending.signal.aborted) {
        detach();
        return;
      }
      this.#detach = detach;
    } catch (cause) {
      this.#ending.signal.throwIfAborted();
      // What another source has failed for says more than a format that was not even tried.
      this.#lastFailure ??=
        cause instanceof PlayFailure
          ? cause
          : new PlayFailure('unreachable', 'The script for HLS could not be loaded.', cause);
      return this.#playNext();
    }
    this.source = source;
    this.#host.sourceChanged(source);
  }

  /** Where the next source goes on. */
  #keepPosition() {
    this.#resumeAt ||= this.#host.media?.currentTime ?? 0;
  }
}

function failureOf({url}: PlaySource): PlayFailure {
  if (!navigator.onLine) return new PlayFailure('offline', `No answer from ${url}.`);
  return isInsecure(url)
    ? new PlayFailure('insecure', `${url} is an http: address on an https: page.`)
    : new PlayFailure('unplayable', `The browser cannot play ${url}.`);
}
