import type {CallbackRoutes} from './callback-routes.js';
import type {CallerAddress} from './caller.js';
import type {CoverOptions} from './covers/cover-options.js';
import type {SiteOptions} from './gallery-routes.js';
import {RateLimit, type PointCounter} from './limits/rate-limit.js';
import type {AddPoints} from './limits/shared-counter.js';
import type {Log} from './error-answers.js';
import type {CachePolicy} from './responses.js';
import type {PublishUrlsOf} from './store-source.js';
import type {VendorAnswers, VendorOptions} from './vendor/vendor-answers.js';
import type {VideoStore} from './video-store.js';

/** Options of a proxy. `vendor` or `store` is required. */
export interface VideoProxyOptions extends SiteOptions {
  /** The account at the vendor, for lists and play addresses; or an object that answers in its place. */
  readonly vendor?: VendorAnswers | VendorOptions | undefined;
  /** Stores upload callbacks. The proxy does not close it. */
  readonly store?: VideoStore | undefined;
  /** Source of the lists. Default: `vendor` if there is one, otherwise `store`. */
  readonly mode?: 'vendor' | 'store' | undefined;
  /** Returns the play addresses of a video. Default: those of the vendor; without a vendor, none. */
  readonly publishUrls?: PublishUrlsOf | undefined;
  /** Path that all routes are under. Default: `/`. */
  readonly basePath?: string | undefined;
  /**
   * Host names that the proxy answers, such as `www.example.com`. A name with a port allows that port only. Default: every
   * name.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Serves covers, resized, at `/videos/{videoId}/cover`; see docs/covers.md. Needs Node. Default: not. */
  readonly covers?: CoverOptions | undefined;
  /** Limits for each client. */
  readonly limits?: LimitOptions | undefined;
  /** How long browsers and CDNs may cache answers. Default: 5, 10 and 30 seconds. */
  readonly caching?: Partial<CachePolicy> | undefined;
  /**
   * Secret of upload callbacks; two while you change it. Default: none, and there is no callback route.
   */
  readonly callbackSecret?: string | readonly string[] | undefined;
  /** Addresses and CIDR ranges that callbacks may come from. Needs `callerAddress`. Default: all. */
  readonly callbackAddresses?: readonly string[] | undefined;
  /**
   * Returns the address of the client, for limits and for `callbackAddresses`. Use `x-forwarded-for` only behind your own
   * proxy. Default: on Node the address of the connection, for limits only.
   */
  readonly callerAddress?: CallerAddress | undefined;
  /** Maximum size of a callback in bytes. Default: 1 MiB. */
  readonly maxCallbackBytes?: number | undefined;
  /** Settings of the streams of changes. */
  readonly events?: EventOptions | undefined;
  /** Receives a line for the operator about each problem; never a secret. Default: none. */
  readonly log?: Log | undefined;
}

/** Settings of the streams of changes. */
export interface EventOptions {
  /** Interval of heartbeats in milliseconds. Default: 15,000. */
  readonly heartbeatMs?: number | undefined;
  /** Interval in milliseconds at which the store is read for changes of other processes. Default: 1,000. */
  readonly pollMs?: number | undefined;
  /** Time in milliseconds after which a page reconnects. Default: 3,000. */
  readonly retryMs?: number | undefined;
  /** Maximum number of bytes that wait for a slow listener; beyond it, the listener is disconnected. Default: 256 KiB. */
  readonly maxQueuedBytes?: number | undefined;
  /** Maximum number of open streams. Default: 1,000. */
  readonly maxStreams?: number | undefined;
  /** Maximum number of open streams of one client. Default: 50. */
  readonly maxStreamsPerClient?: number | undefined;
  /**
   * Maximum number of missed changes that a reconnected stream sends. Beyond it, the stream sends an event `list` instead.
   * Default: 1,000.
   */
  readonly maxReplay?: number | undefined;
}

/** Limits for each client: an IPv4 address, or the /64 of an IPv6 address. */
export interface LimitOptions {
  /** Requests in a minute, other than callbacks. Default: 3,000; 0 for no limit. */
  readonly requestsPerMinute?: number | undefined;
  /**
   * Counts the requests for several processes together: a limiter of the package
   * `rate-limiter-flexible` for `requestsPerMinute` points in 60 seconds. Default: the store of the proxy; without one,
   * each process counts for itself.
   */
  readonly requestCounter?: PointCounter | undefined;
}

/** A callback of 50 records has about 60,000 bytes. */
const MAX_CALLBACK_BYTES = 1_048_576;

/** How long answers may be cached, with defaults. */
export function cachePolicy({caching = {}}: VideoProxyOptions): CachePolicy {
  return {
    maxAgeSeconds: caching.maxAgeSeconds ?? 5,
    sharedMaxAgeSeconds: caching.sharedMaxAgeSeconds ?? 10,
    staleWhileRevalidateSeconds: caching.staleWhileRevalidateSeconds ?? 30,
  };
}

/** Settings of streams, with defaults. */
export function eventSettings({events = {}}: VideoProxyOptions) {
  return {
    heartbeatMs: events.heartbeatMs ?? 15_000,
    pollMs: events.pollMs ?? 1_000,
    retryMs: events.retryMs ?? 3_000,
    maxQueuedBytes: events.maxQueuedBytes ?? 262_144,
    maxStreams: events.maxStreams ?? 1_000,
    maxStreamsPerClient: events.maxStreamsPerClient ?? 50,
    maxReplay: events.maxReplay ?? 1_000,
  };
}

/** The limit of requests for each client; undefined for none. */
export function requestLimit({limits = {}, store, log}: VideoProxyOptions): RateLimit | undefined {
  const {requestsPerMinute: points = 3_000} = limits;
  if (points <= 0) return undefined;
  const seconds = 60;
  const {requestCounter: counter} = limits;
  const addPoints = counter ? undefined : sharedPoints(store, 'requests');
  const message = 'There are too many requests from this address.';
  return new RateLimit({name: 'requests', points, seconds, message, counter, addPoints, log});
}

/** The limit of wrong secrets of callbacks for each client. */
export function secretGuessLimit({store, log}: VideoProxyOptions): RateLimit {
  return new RateLimit({
    name: 'secrets',
    points: 10,
    seconds: 300,
    message: 'There were too many wrong attempts.',
    addPoints: sharedPoints(store, 'secrets'),
    log,
  });
}

/** Limits of requests for videos that do not exist: for one client, and for all clients together. */
export function unknownVideoLimits({store, log}: VideoProxyOptions): {
  readonly guesses: RateLimit;
  readonly allGuesses: RateLimit;
} {
  const message = 'There are too many requests for videos that do not exist.';
  const name = 'unknown-videos';
  const limit = {name, seconds: 300, message, addPoints: sharedPoints(store, name), log};
  return {
    guesses: new RateLimit({...limit, points: 10}),
    allGuesses: new RateLimit({...limit, points: 30}),
  };
}

/** Counts the points of a limit for all processes that share the store; undefined if the store cannot count. */
function sharedPoints(store: VideoStore | undefined, name: string): AddPoints | undefined {
  const add = store?.addRequestCounts?.bind(store);
  if (!add) return undefined;
  const prefix = `${name} `;
  return async (windowStartMs, points) => {
    const named = [...points].map(([client, count]) => [prefix + client, count] as const);
    const sums = await add(windowStartMs, new Map(named));
    return new Map([...sums].map(([client, sum]) => [client.slice(prefix.length), sum]));
  };
}

/** Settings of callbacks, with defaults; undefined if callbacks are refused. */
export function callbackSettings(
  options: VideoProxyOptions,
): Pick<CallbackRoutes, 'secrets' | 'addresses' | 'callerAddress' | 'maxBytes'> | undefined {
  const {callbackSecret, callbackAddresses: addresses = [], callerAddress} = options;
  if (callbackSecret === undefined) return undefined;
  const secrets = [callbackSecret].flat();
  if (secrets.length === 0 || secrets.includes('')) {
    throw new TypeError('callbackSecret must not be empty.');
  }
  if (addresses.length > 0 && !callerAddress) {
    throw new TypeError('callbackAddresses needs callerAddress, to know where requests come from.');
  }
  const maxBytes = options.maxCallbackBytes ?? MAX_CALLBACK_BYTES;
  return {secrets, addresses, callerAddress, maxBytes};
}
