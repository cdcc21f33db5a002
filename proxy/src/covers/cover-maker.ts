import {createHash} from 'node:crypto';
import {availableParallelism} from 'node:os';
import {oneLine} from '../../../src/wire/one-line.js';
import {ProxyError} from '../proxy-error.js';
import {BoundedMap} from '../util/bounded-map.js';
import {SharedCalls} from '../util/shared-calls.js';
import type {Cover} from './cover.js';
import {WIDTHS, type CoverFormat, type CoverOptions} from './cover-options.js';
import {DiskCache} from './disk-cache.js';
import {fetchPicture, type FetchLimits} from './fetch-picture.js';
import {HostRules} from './host-rules.js';
import {pictureType} from './picture-type.js';
import {loadPictures, type Pictures} from './pictures.js';
import {WorkQueue} from './work-queue.js';

/** The picture to prepare. */
export interface Wanted {
  readonly width: number;
  readonly format: CoverFormat;
}

/** A prepared picture. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Whether it came from the disk. */
  readonly isHit: boolean;
}

/** Counters since the start, and the present state. */
export interface CoverStatus {
  /** Pictures served from the disk. */
  readonly hits: number;
  /** Pictures that were prepared. */
  readonly prepared: number;
  /** Pictures that were requested from their hosts. */
  readonly requested: number;
  /** Pictures that could not be loaded. */
  readonly failed: number;
  /** Pictures that wait to be prepared. */
  readonly waiting: number;
  /** Bytes on the disk. */
  readonly bytes: number;
}

const MAX_CACHE_BYTES = 512 * 1024 * 1024;

/** Maximum size of an original in bytes. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Time limit for loading an original in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Maximum number of originals that are loaded at a time. */
const MAX_REQUESTS = 8;

/** Maximum number of pictures in the queue. */
const MAX_WAITING = 500;

/** Milliseconds until a failed picture is tried again. */
const FAILURE_MS = 60_000;

/** Milliseconds until the colours of a cover are looked up again on the disk. Each list looks up all of its covers. */
const COLORLESS_MS = 10_000;

/** Maximum number of remembered failures. */
const MAX_FAILURES = 10_000;

interface Failure {
  readonly error: ProxyError;
  readonly untilMs: number;
}

/** Loads pictures, resizes them, and stores them on the disk. */
export class CoverMaker {
  /** Available widths; empty without `sharp`. */
  readonly widths: readonly number[];
  readonly #options: CoverOptions;
  readonly #log: (line: string) => void;
  readonly #pictures: Pictures | undefined;
  readonly #cache: DiskCache;
  readonly #limits: FetchLimits;
  readonly #calls = new SharedCalls<Picture>();
  readonly #originals = new SharedCalls<Uint8Array>();
  readonly #requests = new WorkQueue(MAX_REQUESTS, MAX_WAITING);
  // Leave at least one processor for everything else.
  readonly #work = new WorkQueue(Math.max(1, availableParallelism() - 1), MAX_WAITING);
  readonly #failures = new BoundedMap<Failure>(MAX_FAILURES, Infinity);
  readonly #colorlessUntilMs = new BoundedMap<number>(MAX_FAILURES, Infinity);
  readonly #counts = {hits: 0, prepared: 0, requested: 0, failed: 0};

  private constructor(
    options: CoverOptions,
    pictures: Pictures | undefined,
    cache: DiskCache,
    log: (line: string) => void,
  ) {
    this.#options = options;
    this.#pictures = pictures;
    this.#cache = cache;
    this.#log = log;
    this.widths = pictures ? WIDTHS : [];
    this.#limits = {rules: new HostRules(options), maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS};
  }

  /** Prepares the folder. */
  static async open(options: CoverOptions, log: (line: string) => void): Promise<CoverMaker> {
    const {folder, maxCacheBytes = MAX_CACHE_BYTES} = options;
    const cache = new DiskCache(folder, maxCacheBytes, log);
    const [pictures] = await Promise.all([loadPictures(), cache.open()]);
    if (!pictures)
      log('covers: served in their original size, because the package "sharp" is not installed');
    return new CoverMaker(options, pictures, cache, log);
  }

  status(): CoverStatus {
    const waiting = this.#work.waiting + this.#requests.waiting;
    return {...this.#counts, waiting, bytes: this.#cache.bytes};
  }

  /**
   * A cover in a width and a format; the original without `sharp`.
   *
   * @throws {ProxyError} if it cannot be loaded.
   */
  async pictureOf(cover: Cover, wanted: Wanted, signal: AbortSignal): Promise<Picture> {
    const name = fileOf(cover, this.#pictures ? `${wanted.width} ${wanted.format}` : 'original');
    const kept = await this.#cache.read(name);
    if (kept) {
      this.#counts.hits += 1;
      return pictureOf(kept, true);
    }
    return this.#calls.join(name, (joined) => this.#make(cover, wanted, name, joined), signal);
  }

  /** The colours of a cover; undefined until a picture of it has been prepared. */
  async colorsOf(cover: Cover): Promise<string | undefined> {
    const name = fileOf(cover, 'colors');
    if (performance.now() < (this.#colorlessUntilMs.get(name) ?? 0)) return undefined;
    const bytes = await this.#cache.read(name);
    if (bytes) return Buffer.from(bytes).toString();
    this.#colorlessUntilMs.set(name, performance.now() + COLORLESS_MS, 1);
    return undefined;
  }

  async #make(cover: Cover, wanted: Wanted, name: string, signal: AbortSignal): Promise<Picture> {
    const original = await this.#originalOf(cover, signal);
    const {width, format} = wanted;
    const pictures = this.#pictures;
    if (!pictures) return pictureOf(original, false);
    const bytes = await this.#work.run(
      () => this.#noting(cover, () => pictures.resize(original, width, format)),
      signal,
    );
    this.#counts.prepared += 1;
    await this.#cache.write(name, bytes);
    return pictureOf(bytes, false);
  }

  async #originalOf(cover: Cover, signal: AbortSignal): Promise<Uint8Array> {
    const name = fileOf(cover, 'original');
    const failure = this.#failures.get(name);
    if (failure && performance.now() < failure.untilMs) throw failure.error;
    const kept = await this.#cache.read(name);
    return kept ?? this.#originals.join(name, (joined) => this.#get(cover, name, joined), signal);
  }

  async #get(cover: Cover, name: string, signal: AbortSignal): Promise<Uint8Array> {
    const original = await this.#requests.run(
      () => this.#noting(cover, () => this.#request(cover, signal), signal),
      signal,
    );
    const pictures = this.#pictures;
    const colors =
      pictures &&
      (await this.#work.run(() => this.#noting(cover, () => pictures.colors(original)), signal));
    await this.#cache.write(name, original);
    if (colors) await this.#keepColors(cover, colors);
    return original;
  }

  async #keepColors(cover: Cover, colors: string): Promise<void> {
    const name = fileOf(cover, 'colors');
    await this.#cache.write(name, Buffer.from(colors));
    this.#colorlessUntilMs.delete(name);
  }

  async #request({imageUrl}: Cover, signal: AbortSignal): Promise<Uint8Array> {
    const {read} = this.#options;
    this.#counts.requested += 1;
    const bytes = read
      ? await read(imageUrl, signal)
      : await fetchPicture(imageUrl, this.#limits, signal);
    if (!bytes) throw new ProxyError(404, 'There is no such cover.');
    if (!pictureType(bytes)) throw new Error('it is not a JPEG, PNG, GIF, WebP or AVIF');
    return bytes;
  }

  /** Remembers a failure for some time and logs it. The response does not reveal anything about the host or its network. */
  async #noting<T>(cover: Cover, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await task();
    } catch (cause) {
      if (signal?.aborted) throw cause;
      const isKnown = cause instanceof ProxyError;
      const error = isKnown ? cause : new ProxyError(502, 'The cover cannot be loaded.');
      this.#counts.failed += 1;
      const untilMs = performance.now() + FAILURE_MS;
      this.#failures.set(fileOf(cover, 'original'), {error, untilMs}, 1);
      const reason = oneLine(cause instanceof Error ? cause.message : String(cause), 200);
      this.#log(`cover of ${oneLine(cover.videoId)}: ${reason}`);
      throw error;
    }
  }
}

function pictureOf(bytes: Uint8Array, isHit: boolean): Picture {
  return {bytes, type: pictureType(bytes) ?? 'application/octet-stream', isHit};
}

function fileOf({videoId, version}: Cover, what: string): string {
  return createHash('sha256')
    .update(JSON.stringify([videoId, version, what]))
    .digest('hex');
}
