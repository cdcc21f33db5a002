import {readEnvelope, readVideoListData} from '../../../src/wire/envelope.js';
import type {Access} from '../access/gallery.js';
import {isLimited} from '../access/scope.js';
import type {VideoLookup} from '../access/video-lookup.js';
import type {Caller} from '../caller.js';
import type {Log} from '../error-answers.js';
import type {SourceAnswer} from '../list-source.js';
import {ProxyError} from '../proxy-error.js';
import {BoundedMap} from '../util/bounded-map.js';
import {coverIn, type Cover} from './cover.js';
import type {CoverMaker, CoverStatus, Picture, Wanted} from './cover-maker.js';
import type {CoverOptions} from './cover-options.js';

/** Maximum number of covers that are remembered from lists. */
const MAX_COVERS = 100_000;

/**
 * Milliseconds for which a cover is served without checking the scope again. An open list requests covers long after the
 * list itself, and a check of each card would use up the calls to the vendor.
 */
const SEEN_MS = 60 * 60_000;

/** Milliseconds until a list checks again for colours that were not known. */
const MEMBER_MS = 10_000;

const NOTHING_YET: CoverStatus = {
  hits: 0,
  prepared: 0,
  requested: 0,
  failed: 0,
  waiting: 0,
  bytes: 0,
};

/** The covers of a list, and the member `covers` of its response. */
interface ListedCovers {
  readonly covers: readonly Cover[];
  readonly member: Promise<object>;
  /** Number of prepared pictures then. The first picture of a cover adds its colours. */
  readonly prepared: number;
  /** Until when the member is reused. Another process may prepare more pictures. */
  readonly untilMs: number;
}

/** Serves the covers of videos in the scope of a request, and adds them to lists. */
export class CoverAnswers {
  readonly #videos: VideoLookup;
  readonly #isSourceComplete: boolean;
  readonly #maker: Promise<CoverMaker | undefined>;
  readonly #covers = new BoundedMap<Cover>(MAX_COVERS, Infinity);
  readonly #colors = new BoundedMap<string>(MAX_COVERS, Infinity);
  readonly #seenUntilMs = new BoundedMap<number>(MAX_COVERS, Infinity);
  readonly #lists = new WeakMap<object, ListedCovers>();
  #status = () => NOTHING_YET;

  /** @param isSourceComplete - Whether a lookup costs no call to the vendor. */
  constructor(options: CoverOptions, videos: VideoLookup, isSourceComplete: boolean, log: Log) {
    this.#videos = videos;
    this.#isSourceComplete = isSourceComplete;
    this.#maker = this.#open(options, log);
  }

  /** Counters since the start. */
  status(): CoverStatus {
    return this.#status();
  }

  /** The member `covers` of a list; undefined if covers cannot be served. The same object until more colours are known. */
  async ofList({envelope}: SourceAnswer, access: Access): Promise<object | undefined> {
    const maker = await this.#maker;
    if (!maker) return undefined;
    const known = this.#lists.get(envelope);
    const {covers, member} =
      known && !this.#isOld(known, maker) ? known : this.#read(envelope, maker);
    if (isLimited(access.scope)) for (const cover of covers) this.#noteSeen(cover, access);
    return member;
  }

  /**
   * The cover of a video, and its version.
   *
   * @throws {ProxyError} 404 if the video has no cover, 502 if it cannot be loaded.
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
      log(`covers: not served, because the folder cannot be used: ${(error as Error).message}`);
      return undefined;
    }
  }

  async #coverOf(videoId: string, access: Access, caller: Caller): Promise<Cover> {
    const known = this.#covers.get(videoId);
    if (known && !this.#isSourceComplete && this.#isSeen(videoId, access)) return known;
    const {envelope} = await this.#videos.videoOf(videoId, access, caller);
    const cover = coversOn(envelope).find((each) => each.videoId === videoId);
    if (!cover) throw new ProxyError(404, 'This video has no cover.');
    this.#covers.set(videoId, cover, 1);
    if (isLimited(access.scope)) this.#noteSeen(cover, access);
    return cover;
  }

  #isSeen(videoId: string, access: Access): boolean {
    if (!isLimited(access.scope)) return true;
    return performance.now() < (this.#seenUntilMs.get(`${videoId} ${access.key}`) ?? 0);
  }

  #read(envelope: object, maker: CoverMaker): ListedCovers {
    const covers = coversOn(envelope);
    for (const cover of covers) this.#covers.set(cover.videoId, cover, 1);
    const {prepared} = maker.status();
    const untilMs = performance.now() + MEMBER_MS;
    const listed = {covers, member: this.#memberOf(covers, maker), prepared, untilMs};
    this.#lists.set(envelope, listed);
    return listed;
  }

  /** Whether there may be new colours since the list was sent. */
  #isOld({covers, prepared, untilMs}: ListedCovers, maker: CoverMaker): boolean {
    const mayHaveMore = prepared !== maker.status().prepared || performance.now() > untilMs;
    return mayHaveMore && covers.some((cover) => !this.#colors.has(colorKey(cover)));
  }

  #noteSeen({videoId}: Cover, access: Access): void {
    this.#seenUntilMs.set(`${videoId} ${access.key}`, performance.now() + SEEN_MS, 1);
  }

  async #memberOf(covers: readonly Cover[], maker: CoverMaker): Promise<object> {
    const entries = covers.map(async (cover) => {
      const colors = await this.#colorsOf(cover, maker);
      const known = [cover.version, ...(colors ? [colors] : [])];
      return [cover.videoId, known] as const;
    });
    return {widths: maker.widths, of: Object.fromEntries(await Promise.all(entries))};
  }

  async #colorsOf(cover: Cover, maker: CoverMaker): Promise<string | undefined> {
    const key = colorKey(cover);
    const known = this.#colors.get(key);
    if (known) return known;
    const colors = await maker.colorsOf(cover);
    if (colors) this.#colors.set(key, colors, 1);
    return colors;
  }
}

function colorKey({videoId, version}: Cover): string {
  return `${videoId} ${version}`;
}

function coversOn(envelope: object): Cover[] {
  const records = readVideoListData(readEnvelope(envelope)?.data)?.records ?? [];
  return records.map(coverIn).filter((cover) => cover !== undefined);
}
