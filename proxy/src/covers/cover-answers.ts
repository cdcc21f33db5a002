import {readEnvelope, readVideoListData} from '../../../src/wire/envelope.js';
import type {Access} from '../access/gallery.js';
import {isLimited} from '../access/scope.js';
import type {VideoLookup} from '../access/video-lookup.js';
import type {Caller} from '../caller.js';
import type {Log} from '../error-answers.js';
import type {SourceAnswer} from '../list-source.js';
import {ProxyError} from '../proxy-error.js';
import {BoundedMap} from '../vendor/bounded-map.js';
import {coverIn, type Cover} from './cover.js';
import type {CoverMaker, CoverStatus, Picture, Wanted} from './cover-maker.js';
import type {CoverOptions} from './cover-options.js';

/** Covers that were on a list, at most. */
const MAX_COVERS = 100_000;

/**
 * Milliseconds for which a cover is given without asking again whether its video is in the scope: a list that is open shows
 * it long after it was asked for, and to ask the vendor about each card would use up its calls.
 */
const SEEN_MS = 60 * 60_000;

const NOTHING_YET: CoverStatus = {
  hits: 0,
  prepared: 0,
  requested: 0,
  failed: 0,
  waiting: 0,
  bytes: 0,
};

/** Gives the covers of videos in the caller's scope, and tells lists of them. */
export class CoverAnswers {
  readonly #videos: VideoLookup;
  readonly #isSourceComplete: boolean;
  readonly #maker: Promise<CoverMaker | undefined>;
  readonly #covers = new BoundedMap<Cover>(MAX_COVERS, Infinity);
  readonly #colors = new BoundedMap<string>(MAX_COVERS, Infinity);
  readonly #seenUntilMs = new BoundedMap<number>(MAX_COVERS, Infinity);
  readonly #told = new WeakMap<object, Promise<object>>();
  #status = () => NOTHING_YET;

  /** @param isSourceComplete - Whether asking it costs no call to the vendor. */
  constructor(options: CoverOptions, videos: VideoLookup, isSourceComplete: boolean, log: Log) {
    this.#videos = videos;
    this.#isSourceComplete = isSourceComplete;
    this.#maker = this.#open(options, log);
  }

  /** What was done so far. */
  status(): CoverStatus {
    return this.#status();
  }

  /** What a list says of its covers; undefined when they cannot be given. The same object for the same list. */
  async ofList({envelope}: SourceAnswer, access: Access): Promise<object | undefined> {
    const maker = await this.#maker;
    if (!maker) return undefined;
    const covers = coversOn(envelope);
    for (const cover of covers) this.#note(cover, access);
    let told = this.#told.get(envelope);
    if (!told) this.#told.set(envelope, (told = this.#tell(covers, maker)));
    return told;
  }

  /**
   * The cover of a video, and its version.
   *
   * @throws {ProxyError} 404 without a cover, 502 when it cannot be had.
   */
  async pictureOf(
    videoId: string,
    wanted: Wanted,
    access: Access,
    caller: Caller,
  ): Promise<Picture & {readonly version: string}> {
    const maker = await this.#maker;
    if (!maker) throw new ProxyError(501, 'This proxy has no covers.');
    const cover = await this.#coverOf(videoId, access, caller);
    const picture = await maker.pictureOf(cover, wanted, caller.signal);
    return {...picture, version: cover.version};
  }

  async #open(options: CoverOptions, log: Log): Promise<CoverMaker | undefined> {
    try {
      const {CoverMaker} = await import('./cover-maker.js');
      const maker = await CoverMaker.open(options, log);
      this.#status = () => maker.status();
      return maker;
    } catch (error) {
      log(`covers: not given, because the folder cannot be used: ${(error as Error).message}`);
      return undefined;
    }
  }

  async #coverOf(videoId: string, access: Access, caller: Caller): Promise<Cover> {
    const known = this.#covers.get(videoId);
    if (known && !this.#isSourceComplete && this.#isSeen(videoId, access)) return known;
    const {envelope} = await this.#videos.videoOf(videoId, access, caller);
    const cover = coversOn(envelope).find((each) => each.videoId === videoId);
    if (!cover) throw new ProxyError(404, 'This video has no cover.');
    this.#note(cover, access);
    return cover;
  }

  #isSeen(videoId: string, access: Access): boolean {
    if (!isLimited(access.scope)) return true;
    return performance.now() < (this.#seenUntilMs.get(`${videoId} ${access.key}`) ?? 0);
  }

  #note(cover: Cover, access: Access): void {
    const {videoId} = cover;
    this.#covers.set(videoId, cover, 1);
    if (!isLimited(access.scope)) return;
    this.#seenUntilMs.set(`${videoId} ${access.key}`, performance.now() + SEEN_MS, 1);
  }

  async #tell(covers: readonly Cover[], maker: CoverMaker): Promise<object> {
    const told = covers.map(async (cover) => {
      const colors = await this.#colorsOf(cover, maker);
      const known = [cover.version, ...(colors ? [colors] : [])];
      return [cover.videoId, known] as const;
    });
    return {widths: maker.widths, of: Object.fromEntries(await Promise.all(told))};
  }

  async #colorsOf(cover: Cover, maker: CoverMaker): Promise<string | undefined> {
    const key = `${cover.videoId} ${cover.version}`;
    const known = this.#colors.get(key);
    if (known) return known;
    const colors = await maker.colorsOf(cover);
    if (colors) this.#colors.set(key, colors, 1);
    return colors;
  }
}

function coversOn(envelope: object): Cover[] {
  const records = readVideoListData(readEnvelope(envelope)?.data)?.records ?? [];
  return records.map(coverIn).filter((cover) => cover !== undefined);
}
