import {Hono} from 'hono';
import {addCallbackRoutes} from './callback-routes.js';
import {crossOrigin} from './cross-origin.js';
import {toProxyError, type Log} from './error-answers.js';
import {addEventRoutes} from './event-routes.js';
import {ChangeFeed} from './events/change-feed.js';
import {addListRoutes} from './list-routes.js';
import {ProxyError} from './proxy-error.js';
import {
  cachePolicy,
  callbackSettings,
  eventSettings,
  type VideoProxyOptions,
} from './proxy-options.js';
import {errorResponse} from './responses.js';
import {hostPlaySource, storeSource} from './store-source.js';
import {vendorPlaySource, vendorSource} from './vendor-source.js';
import {createVendorAnswers, type VendorAnswers} from './vendor/vendor-answers.js';
import type {PlaySource, VideoSource} from './video-source.js';
import type {VideoStore} from './video-store.js';

/** Answers requests, on Node, Deno, Bun and workers alike. */
export interface VideoProxy {
  /** @param env - What the platform hands over beside the request; only `callerAddress` sees it. */
  (request: Request, env?: unknown, context?: unknown): Promise<Response>;
  /** Ends all streams and timers. */
  close(): void;
}

/** Makes the handler behind a gallery's proxy URL. */
export function createVideoProxy(options: VideoProxyOptions): VideoProxy {
  const {basePath = '/', log = () => {}} = options;
  // A slash at the end of a path changes nothing.
  const app = new Hono({strict: false}).basePath(basePath);
  const vendor = vendorOf(options, log);
  const feed = options.store && feedOf(options, options.store, log, vendor);

  app.onError((error, context) => {
    return errorResponse(context, toProxyError(error, context.req.raw, log));
  });
  app.notFound((context) => errorResponse(context, new ProxyError(404, 'There is nothing here.')));
  const {allowedOrigins = []} = options;
  for (const path of ['/videos/*', '/categories']) app.use(path, crossOrigin(allowedOrigins));

  addListRoutes(app, {
    source: listSource(options, vendor, feed),
    play: playSource(options, vendor),
    caching: cachePolicy(options),
  });
  addEventRoutes(app, {...eventSettings(options), store: options.store, feed, log});
  addCallbacks(app, options, () => feed?.wake(), log);

  const handle = async (request: Request, env?: unknown) => app.fetch(request, env);
  return Object.assign(handle, {close: () => feed?.close()});
}

function feedOf(
  options: VideoProxyOptions,
  store: VideoStore,
  log: Log,
  vendor?: VendorAnswers,
): ChangeFeed {
  const onChanges = () => vendor?.invalidate();
  return new ChangeFeed({...eventSettings(options), store, log, onChanges});
}

function addCallbacks(app: Hono, options: VideoProxyOptions, onStored: () => void, log: Log): void {
  const callbacks = callbackSettings(options);
  if (callbacks) addCallbackRoutes(app, {...callbacks, store: options.store, onStored, log});
}

function vendorOf({vendor}: VideoProxyOptions, log: Log): VendorAnswers | undefined {
  if (!vendor || 'get' in vendor) return vendor;
  return createVendorAnswers({log, ...vendor});
}

function listSource(
  {mode, store}: VideoProxyOptions,
  vendor?: VendorAnswers,
  feed?: ChangeFeed,
): VideoSource {
  if (vendor && mode !== 'store') return vendorSource(vendor, feed && (() => feed.catchUp()));
  if (store && mode !== 'vendor') return storeSource(store);
  throw new TypeError(`createVideoProxy needs a ${mode ?? 'vendor or a store'}.`);
}

function playSource(
  {publishUrls}: VideoProxyOptions,
  vendor?: VendorAnswers,
): PlaySource | undefined {
  if (publishUrls) return hostPlaySource(publishUrls);
  return vendor && vendorPlaySource(vendor);
}
