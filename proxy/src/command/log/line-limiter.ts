/** Options of a line limiter. */
export interface LineLimiterOptions {
  /** Average number of lines of one kind per second; 0 for no limit. */
  readonly perSecond: number;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
}

/** Number of seconds whose lines may be written at once. */
const BURST_SECONDS = 5;

/** Maximum number of kinds with a limit of their own. All others share one. */
const MAX_KINDS = 100;

const OTHERS = 'others';

interface Bucket {
  /** Lines that may be written now. */
  left: number;
  /** Time at which `left` was calculated. */
  atMs: number;
  suppressed: number;
}

/** Limits the lines of each kind, and counts those that are left out. */
export class LineLimiter {
  readonly #options: LineLimiterOptions;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: LineLimiterOptions) {
    this.#options = options;
  }

  /** Whether one more line of this kind is to be written now. */
  allows(kind: string): boolean {
    const {perSecond, now} = this.#options;
    if (perSecond === 0) return true;
    const burst = perSecond * BURST_SECONDS;
    const bucket = this.#bucketOf(kind, burst);
    const nowMs = now();
    bucket.left = Math.min(burst, bucket.left + ((nowMs - bucket.atMs) / 1000) * perSecond);
    bucket.atMs = nowMs;
    if (bucket.left < 1) {
      bucket.suppressed += 1;
      return false;
    }
    bucket.left -= 1;
    return true;
  }

  /** How many lines of each kind were left out since the last call; undefined if none was left out. */
  takeSuppressed(): Readonly<Record<string, number>> | undefined {
    const counts = [...this.#buckets].flatMap(([kind, bucket]) => {
      const {suppressed} = bucket;
      bucket.suppressed = 0;
      return suppressed > 0 ? [[kind, suppressed] as const] : [];
    });
    return counts.length > 0 ? Object.fromEntries(counts) : undefined;
  }

  #bucketOf(kind: string, burst: number): Bucket {
    const name = this.#buckets.has(kind) || this.#buckets.size < MAX_KINDS ? kind : OTHERS;
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = {left: burst, atMs: this.#options.now(), suppressed: 0};
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }
}
