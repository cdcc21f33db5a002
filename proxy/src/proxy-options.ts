import type {CallbackRoutes, CallerAddress} from './callback-routes.js';
import type {Log} from './error-answers.js';
import type {CachePolicy} from './responses.js';
import type {PublishUrlsOf} from './store-source.js';
import type {VendorAnswers, VendorOptions} from './vendor/vendor-answers.js';
import type {VideoStore} from './video-store.js';

/** What a proxy is made of. One of `vendor` and `store` must be there. */
export interface VideoProxyOptions {
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
   * Origins whose pages may read the answers, such as `https://www.example.com`; `*` for every page
   * there is. Default: none, so only pages of the proxy's own origin.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** How long answers may be kept by browsers and CDNs. Default: 5, 10 and 30 seconds. */
  readonly caching?: Partial<CachePolicy> | undefined;
  /** Lets the vendor's upload callbacks in. Default: none, and there is no such route. */
  readonly callbackSecret?: string | undefined;
  /** Addresses and CIDR ranges callbacks may come from; needs `callerAddress`. Default: all. */
  readonly callbackAddresses?: readonly string[] | undefined;
  /** Tells where a request comes from. Believe `x-forwarded-for` only behind a proxy of yours. */
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
  /** Bytes that may wait for a slow reader, who is dropped at more. Default: 256 KiB. */
  readonly maxQueuedBytes?: number | undefined;
  /** Streams open at a time, at most. Default: 1,000. */
  readonly maxStreams?: number | undefined;
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
  };
}

/** Who may send callbacks, defaults filled in; undefined when nobody may. */
export function callbackSettings(
  options: VideoProxyOptions,
): Omit<CallbackRoutes, 'store' | 'onStored' | 'log'> | undefined {
  const {callbackSecret: secret, callbackAddresses: addresses = [], callerAddress} = options;
  if (secret === undefined) return undefined;
  if (secret === '') throw new TypeError('callbackSecret must not be empty.');
  if (addresses.length > 0 && !callerAddress) {
    throw new TypeError('callbackAddresses needs callerAddress, to know where requests come from.');
  }
  const maxBytes = options.maxCallbackBytes ?? MAX_CALLBACK_BYTES;
  return {secret, addresses, callerAddress, maxBytes};
}
