import type {CallbackRoutes, CallerAddress} from './callback-routes.js';
import type {SiteOptions} from './gallery-routes.js';
import {RateLimit, type PointCounter} from './limits/rate-limit.js';
import {SharedCounter} from './limits/shared-counter.js';
import type {Log} from './error-answers.js';
import type {CachePolicy} from './responses.js';
import type {PublishUrlsOf} from './store-source.js';
import type {VendorAnswers, VendorOptions} from './vendor/vendor-answers.js';
import type {VideoStore} from './video-store.js';

/** What a proxy is made of. One of `vendor` and `store` must be there. */
export interface VideoProxyOptions extends SiteOptions {
  /** The vendor, or what to reach it with: lists and play addresses come from there. */
  readonly vendor?: VendorAnswers | VendorOptions | undefined;
  /** Where upload callbacks are kept. The proxy does not close it. */
  readonly store?: VideoStore | undefined;
  /** Where lists come from. Default: `vendor` if there is one, else `store`. */
  readonly mode?: 'vendor' | 'store' | undefined;
  /** Finds out where a video plays from. Default: the vendor is asked; without one, nothing plays. */
  readonly publishUrls?: PublishUrlsOf | undefined;
  /** Path that all routes are under. Default: `/`. */
  readonly basePath?: string | undefined;
  /**
   * Names in `Host` that are answered for, such as `www.example.com`: with a port only that port, without
   * one any. Default: every name.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** How much one client may ask for. */
  readonly limits?: LimitOptions | undefined;
  /** How long answers may be kept by browsers and CDNs. Default: 5, 10 and 30 seconds. */
  readonly caching?: Partial<CachePolicy> | undefined;
  /**
   * Lets the vendor's upload callbacks in; while it is changed, the new and the old one. Default: none,
   * and there is no such route.
   */
  readonly callbackSecret?: string | readonly string[] | undefined;
  /** Addresses and CIDR ranges callbacks may come from; needs `callerAddress`. Default: all. */
  readonly callbackAddresses?: readonly string[] | undefined;
  /**
   * Tells where a request comes from: what limits count by, and `callbackAddresses` are compared with.
   * Believe `x-forwarded-for` only behind a proxy of yours. Default: for limits, on Node, the address of
   * the connection.
   */
  readonly callerAddress?: CallerAddress | undefined;
  /** Bytes of a callback, at most. Default: 1 MiB. */
  readonly maxCallbackBytes?: number | undefined;
  /** How streams of changes behave. */
  readonly events?: EventOptions | undefined;
  /** Takes a line for the operator about each problem; never a secret. Default: nobody. */
  readonly log?: Log | undefined;
}

/** How streams of changes behave. */
export interface EventOptions {
  /** Milliseconds between two signs of life. Default: 15,000. */
  readonly heartbeatMs?: number | undefined;
  /** Milliseconds between two looks for what other processes stored. Default: 1,000. */
  readonly pollMs?: number | undefined;
  /** Milliseconds after which a page should come back that lost the connection. Default: 3,000. */
  readonly retryMs?: number | undefined;
  /** Maximum number of bytes that wait for a slow listener; beyond it, the listener is disconnected. Default: 256 KiB. */
  readonly maxQueuedBytes?: number | undefined;
  /** Streams open at a time, at most. Default: 1,000. */
  readonly maxStreams?: number | undefined;
  /** Streams open at a time for one client, at most. Default: 50. */
  readonly maxStreamsPerClient?: number | undefined;
  /**
   * Changes that a stream brings that comes back, at most; after more it brings an event named `list`
   * instead. Default: 1,000.
   */
  readonly maxReplay?: number | undefined;
}

/** How much one client may ask for: an IPv4 address, or the /64 of an IPv6 address. */
export interface LimitOptions {
  /** Requests in a minute, callbacks aside. Default: 3,000; 0 is without limit. */
  readonly requestsPerMinute?: number | undefined;
  /**
   * Counts the requests for several processes together: a limiter of the package
   * `rate-limiter-flexible` for `requestsPerMinute` points in 60 seconds. Default: the store of the proxy; without one,
   * each process counts for itself.
   */
  readonly requestCounter?: PointCounter | undefined;
}

/** A callback of fifty records has about 60,000. */
const MAX_CALLBACK_BYTES = 1_048_576;

/** How long answers may be kept, defaults filled in. */
export function cachePolicy({caching = {}}: VideoProxyOptions): CachePolicy {
  return {
    maxAgeSeconds: caching.maxAgeSeconds ?? 5,
    sharedMaxAgeSeconds: caching.sharedMaxAgeSeconds ?? 10,
    staleWhileRevalidateSeconds: caching.staleWhileRevalidateSeconds ?? 30,
  };
}

/** How streams behave, defaults filled in. */
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

/** How much one client may ask for; undefined without limit. */
export function requestLimit({limits = {}, store}: VideoProxyOptions): RateLimit | undefined {
  const {requestsPerMinute: points = 3_000} = limits;
  if (points <= 0) return undefined;
  const seconds = 60;
  const add = store?.addRequestCounts?.bind(store);
  const shared = add && new SharedCounter({points, seconds, add});
  const message = 'There are too many requests from this address.';
  const counter = limits.requestCounter ?? shared;
  return new RateLimit({name: 'requests', points, seconds, message, counter});
}

/** How many videos that nobody has heard of one client, and all together, may ask for in vain. */
export function unknownVideoLimits(): {
  readonly guesses: RateLimit;
  readonly allGuesses: RateLimit;
} {
  const message = 'Too many videos that do not exist were asked for.';
  const limit = {name: 'unknown-videos', seconds: 300, message};
  return {
    guesses: new RateLimit({...limit, points: 10}),
    allGuesses: new RateLimit({...limit, points: 30}),
  };
}

/** Who may send callbacks, defaults filled in; undefined when nobody may. */
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
