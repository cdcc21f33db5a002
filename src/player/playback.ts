import type {Clarity} from '../model/clarity.js';
import {unplayableState, type Video, type VideoState} from '../model/video.js';
import type {PlayFailureReason} from '../model/play-failure-reason.js';
import {attacherOf, isInsecure, mayPlayHls} from './attach-source.js';
import {inOrderOfChoice, qualitiesOf, type Surroundings} from './choose-source.js';
import {fetchPlayAddresses, type PlayRequest} from './fetch-play.js';
import {PlayFailure} from './play-failure.js';
import type {PlayAddresses, PlaySource} from './sources.js';

/** What a playback needs from its player. */
export interface PlaybackHost {
  /** The request; undefined without a proxy. */
  readonly request: PlayRequest | undefined;
  readonly media: HTMLMediaElement | null;
  readonly surroundings: Surroundings;
  /** Called when another source is played. */
  sourceChanged(source: PlaySource): void;
  failed(failure: PlayFailure): void;
}

/** Minimum age of addresses in seconds for requesting them again after a failure. */
const MIN_AGE = 5;

/** The same for addresses that have already been renewed. */
const MIN_RENEWED_AGE = 60;

const STATE_REASONS: Partial<Record<VideoState, PlayFailureReason>> = {
  failed: 'broken',
  transcoding: 'processing',
  unavailable: 'unavailable',
};

/**
 * Plays one video: requests its addresses, tries its sources one after another, and requests the addresses again when they
 * have expired. Each time, it continues at the same position.
 */
export class Playback {
  readonly video: Video;
  /** Available qualities, best first. */
  qualities: readonly Clarity[] = [];
  /** The present source or quality. */
  source: PlaySource | undefined;

  readonly #host: PlaybackHost;
  readonly #ending = new AbortController();
  #addresses: PlayAddresses | undefined;
  #fetchedAtMs = 0;
  #untried: PlaySource[] = [];
  #lastFailure: PlayFailure | undefined;
  /** Identifies the present attempt to play a source. */
  #attempt: object | undefined;
  #detach: (() => void) | undefined;
  /** Position in seconds at which the next source starts. */
  #resumeAt = 0;
  #isToPlay = false;
  #isRenewed = false;

  constructor(host: PlaybackHost, video: Video) {
    this.#host = host;
    this.video = video;
  }

  /** Position in seconds at which it has failed, or at which the loading source will start. */
  get position(): number {
    return this.#resumeAt;
  }

  /**
   * Starts.
   *
   * @param resumeAt - Start position in seconds.
   * @param isToPlay - Whether to play at once, and not only show the first frame.
   */
  async start(resumeAt: number, isToPlay: boolean): Promise<void> {
    this.#resumeAt = resumeAt;
    this.#isToPlay = isToPlay;
    await this.#try(async () => {
      const state = unplayableState(this.video);
      const reason = this.video.encrypted ? 'encrypted' : state && STATE_REASONS[state];
      if (reason) throw new PlayFailure(reason, `"${this.video.id}" cannot be played: ${reason}.`);
      await this.#fetchAddresses();
      await this.#playNext();
    });
  }

  /** Switches to the selected quality at the same position. */
  async choose(): Promise<void> {
    this.#keepPosition();
    this.#order();
    await this.#try(() => this.#playNext());
  }

  /** Called when the present source has failed: continues with another source, or with new addresses. */
  async goOn(): Promise<void> {
    if (!this.source) return;
    const failed = this.source;
    this.source = undefined;
    this.#keepPosition();
    this.#lastFailure = failureOf(failed);
    await this.#try(async () => {
      if (this.#areOld()) {
        this.#isRenewed = true;
        await this.#fetchAddresses();
      } else if (failed.format === 'hls' && mayPlayHls(this.#host.media!)) {
        // The browser may play what hls.js cannot.
        this.#untried.unshift({...failed, format: 'file'});
      }
      await this.#playNext();
    });
  }

  /** Called when the media element can seek. */
  mediaReady(): void {
    const {media} = this.#host;
    // The event may belong to a source that has already been removed.
    if (!media?.readyState || !this.source) return;
    if (this.#resumeAt > 0) media.currentTime = this.#resumeAt;
    this.#resumeAt = 0;
    // The browser may block playing without a click. The user can then press play.
    if (this.#isToPlay) media.play()?.catch(() => {});
  }

  /** Called when the user or the page plays or pauses, so that it continues like that after a failure. */
  setPlaying(isPlaying: boolean): void {
    this.#isToPlay = isPlaying;
  }

  stop(): void {
    this.#ending.abort();
    this.#attempt = undefined;
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

  async #fetchAddresses() {
    const {request} = this.#host;
    if (!request) throw new PlayFailure('unconfigured', 'The player has no "src".');
    this.#addresses = await fetchPlayAddresses(request, this.video.id, this.#ending.signal);
    this.#fetchedAtMs = Date.now();
    const {isEncrypted, sources} = this.#addresses;
    if (isEncrypted) throw new PlayFailure('encrypted', `"${this.video.id}" is encrypted.`);
    if (sources.length === 0) {
      throw new PlayFailure(
        'processing',
        `The proxy has no play address of "${this.video.id}" yet.`,
      );
    }
    this.qualities = qualitiesOf(sources.filter(({format}) => format !== 'unsupported'));
    this.#order();
  }

  #order() {
    const {sources = []} = this.#addresses ?? {};
    this.#untried = inOrderOfChoice(sources, this.video, this.#host.surroundings);
  }

  /** Renewed addresses that fail soon are not renewed again. */
  #areOld() {
    const {expiresAtMs = Infinity} = this.#addresses ?? {};
    const ageMs = Date.now() - this.#fetchedAtMs;
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
    const attempt = (this.#attempt = {});
    try {
      const attach = await attacherOf(media, source);
      // The user may have chosen another quality, or the page another video.
      if (attempt !== this.#attempt) return;
      const {savesData} = this.#host.surroundings;
      const fail = () => void this.goOn();
      this.#detach = attach({position: this.#resumeAt, savesData, fail});
    } catch (cause) {
      if (attempt !== this.#attempt) return;
      // The failure of a tried source says more than an unsupported format.
      this.#lastFailure ??=
        cause instanceof PlayFailure
          ? cause
          : new PlayFailure('unreachable', 'The script for HLS could not be loaded.', cause);
      return this.#playNext();
    }
    this.source = source;
    this.#host.sourceChanged(source);
  }

  /** Saves the position for the next source. */
  #keepPosition() {
    this.#resumeAt ||= this.#host.media?.currentTime ?? 0;
  }
}

function failureOf({url}: PlaySource): PlayFailure {
  // The query may contain a signature, with which anybody can play the video.
  const [address] = url.split('?');
  if (!navigator.onLine) return new PlayFailure('offline', `No answer from ${address}.`);
  return isInsecure(url)
    ? new PlayFailure('insecure', `${address} is an http: address on an https: page.`)
    : new PlayFailure('unplayable', `The browser cannot play ${address}.`);
}
