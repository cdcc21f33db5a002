import {Hono, type MiddlewareHandler} from 'hono';
import type {Capabilities} from '../../src/wire/capabilities.js';
import {hostCheck} from './access/allowed-hosts.js';
import {KnownVideos} from './access/known-videos.js';
import {PlayAddresses} from './access/play-addresses.js';
import {UnknownVideos} from './access/unknown-videos.js';
import {VideoLookup} from './access/video-lookup.js';
import {AnswerWriter} from './answer-writer.js';
import {CategoryTree} from './category-tree.js';
import {addCallbackRoutes} from './callback-routes.js';
import {toProxyError, type Log} from './error-answers.js';
import {completeAnswers} from './complete-answer.js';
import {addCoverRoutes} from './cover-routes.js';
import {CoverAnswers} from './covers/cover-answers.js';
import type {CoverStatus} from './covers/cover-maker.js';
import {addEventRoutes} from './event-routes.js';
import {ChangeFeed} from './events/change-feed.js';
import {addGallery, galleriesOf} from './gallery-routes.js';
import {clientOf, type ClientOf} from './limits/client-of.js';
import type {RateLimit} from './limits/rate-limit.js';
import {waitForTurn} from './limits/request-turns.js';
import {StreamLimit} from './limits/stream-limit.js';
import type {HeaderRecord} from './join-headers.js';
import {parseListQuery} from './list-query.js';
import {addListRoutes} from './list-routes.js';
import {nothingHere} from './proxy-error.js';
import {
  cachePolicy,
  callbackSettings,
  eventSettings,
  requestLimit,
  secretGuessLimit,
  unknownVideoLimits,
  type VideoProxyOptions,
} from './proxy-options.js';
import {errorResponse} from './responses.js';
import {addVideoRoutes} from './video-routes.js';
import {hostPlaySource, storeSource} from './store-source.js';
import {vendorPlaySource, vendorSource} from './vendor-source.js';
import {
  createVendorAnswers,
  type VendorAnswers,
  type VendorStatus,
} from './vendor/vendor-answers.js';
import type {ListSource} from './list-source.js';
import type {VideoStore} from './video-store.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** What the client is counted by; undefined when that is not known. */
    client?: string | undefined;
    /** Headers that say what is left of the client's requests. */
    rateLimit?: HeaderRecord | undefined;
  }
}

/** Answers requests, on Node, Deno, Bun and workers alike. */
export interface VideoProxy {
  /** @param env - What the platform hands over beside the request; only functions of the options see it. */
  (request: Request, env?: unknown, context?: unknown): Promise<Response>;
  /** What it has done so far, and what it is at. */
  status(): ProxyStatus;
  /** Ends all streams and timers. */
  close(): void;
}

/** What a proxy has done so far, and what it is at; for those who look after it. */
export interface ProxyStatus {
  /** Streams of events that are open. */
  readonly streams: number;
  /** What was asked of the vendor; undefined without one, or with one that does not count. */
  readonly vendor: VendorStatus | undefined;
  /** What was done about covers; undefined without them. */
  readonly covers?: CoverStatus | undefined;
}

/** What the routes of all galleries share. */
interface Parts {
  readonly options: VideoProxyOptions;
  readonly log: Log;
  readonly clientOf: ClientOf;
  readonly vendor: VendorAnswers | undefined;
  readonly known: KnownVideos;
  readonly feed: ChangeFeed | undefined;
  readonly requests: RateLimit | undefined;
}

/** Makes the handler behind a gallery's proxy URL. */
export function createVideoProxy(options: VideoProxyOptions): VideoProxy {
  const {basePath = '/'} = options;
  // A slash at the end of a path changes nothing.
  const app = new Hono({strict: false}).basePath(basePath);
  const parts = partsOf(options);
  const {feed, log, vendor} = parts;

  app.onError((error, context) => {
    return errorResponse(context, toProxyError(error, context.req.raw, log));
  });
  app.notFound((context) => errorResponse(context, nothingHere()));
  app.use('*', hostMiddleware(options));
  const covers = addGalleries(app, parts);
  addCallbacks(app, parts);

  const handle = async (request: Request, env?: unknown) => app.fetch(request, env);
  const status = () => ({
    streams: feed?.size ?? 0,
    vendor: vendor?.status?.(),
    covers: covers?.status(),
  });
  return Object.assign(handle, {status, close: () => feed?.close()});
}

function partsOf(options: VideoProxyOptions): Parts {
  const {log = () => {}, store} = options;
  const vendor = vendorOf(options, log);
  const known = new KnownVideos();
  sayWhatIsAlone(options, log);
  const onChanges = () => {
    vendor?.invalidate();
    known.invalidate();
  };
  return {
    options,
    log,
    clientOf: clientOf(options.callerAddress, log),
    vendor,
    known,
    feed: store && new ChangeFeed({...eventSettings(options), store, log, onChanges}),
    requests: requestLimit(options),
  };
}

function hostMiddleware({allowedHosts}: VideoProxyOptions): MiddlewareHandler {
  const check = hostCheck(allowedHosts);
  return (context, next) => {
    check(context.req.raw);
    return next();
  };
}

/** @returns what has the covers of all galleries, if they have any. */
function addGalleries(app: Hono, parts: Parts): CoverAnswers | undefined {
  const {options, known, feed, log, requests} = parts;
  const {store} = options;
  const settings = eventSettings(options);
  const source = listSource(parts);
  const unknown = unknownVideos(parts);
  const play = playAddresses(parts, source, unknown);
  const isSourceComplete = listsFromStore(parts);
  const videos = new VideoLookup({source, isSourceComplete, known, unknown});
  const covers = options.covers && new CoverAnswers(options.covers, videos, isSourceComplete, log);
  const tree = parts.vendor && new CategoryTree(parts.vendor, store, log);
  const trees = {source, isSourceComplete, tree};
  const complete = completeAnswers(capabilitiesOf(source, play), covers);
  const streamLimit = new StreamLimit(settings.maxStreams, settings.maxStreamsPerClient);
  const before = [...turnsOf(options), countRequest(parts)];
  const events = {...settings, store, feed, streamLimit, requests, log};
  for (const [path, gallery] of galleriesOf(options)) {
    const routes = addGallery(app, [path, gallery], before);
    const writer = new AnswerWriter(cachePolicy(options));
    addListRoutes(app, routes, {source, trees, known, writer, complete});
    // Before what is below an id: its path would be one, too.
    addEventRoutes(app, routes, events);
    addVideoRoutes(app, routes, {videos, play, writer, complete});
    addCoverRoutes(app, routes, covers);
  }
  return covers;
}

/** Only callbacks are kept waiting too long by lists, and only a store takes callbacks. */
function turnsOf({store}: VideoProxyOptions): MiddlewareHandler[] {
  return store && 'setImmediate' in globalThis ? [waitForTurn()] : [];
}

function countRequest({clientOf, requests}: Parts): MiddlewareHandler {
  return async (context, next) => {
    const client = clientOf(context.req.raw, context.env);
    context.set('client', client);
    if (client !== undefined && requests) context.set('rateLimit', await requests.take(client));
    await next();
  };
}

function addCallbacks(app: Hono, {options, clientOf, feed, log}: Parts): void {
  const callbacks = callbackSettings(options);
  if (!callbacks) return;
  const onStored = () => feed?.wake();
  const guesses = secretGuessLimit(options);
  addCallbackRoutes(app, {...callbacks, clientOf, guesses, store: options.store, onStored, log});
}

/** Says once what holds in this process alone. */
function sayWhatIsAlone({limits, store}: VideoProxyOptions, log: Log): void {
  const isShared = limits?.requestCounter ?? store?.addRequestCounts;
  if (isShared || limits?.requestsPerMinute === 0) return;
  log(
    'requests and wrong guesses of a client are counted in this process alone: there is no store',
  );
}

function vendorOf({vendor, store}: VideoProxyOptions, log: Log): VendorAnswers | undefined {
  if (!vendor || 'get' in vendor) return vendor;
  const ledger = store?.ledger?.bind(store);
  if (!ledger && !vendor.ledger) {
    log(
      'calls to the vendor are counted in this process alone, and until it ends: there is no store',
    );
  }
  const answers = store?.answers?.bind(store);
  return createVendorAnswers({log, ledger, answers, ...vendor});
}

function listsFromStore({options: {mode, store}, vendor}: Parts): boolean {
  return mode === 'store' || (mode !== 'vendor' && !vendor && store !== undefined);
}

function listSource(parts: Parts): ListSource {
  const {
    options: {mode, store},
    vendor,
    feed,
  } = parts;
  if (store && listsFromStore(parts)) return storeSource(store);
  if (vendor && mode !== 'store') return vendorSource(vendor, feed && (() => feed.catchUp()));
  throw new TypeError(`createVideoProxy needs a ${mode ?? 'vendor or a store'}.`);
}

function capabilitiesOf(source: ListSource, play: PlayAddresses | undefined): Capabilities {
  return {
    play: !!play,
    video: true,
    index: 'place' in source,
    sorts: source.sorts ?? [],
    categoryTree: true,
  };
}

function unknownVideos({options, known}: Parts): UnknownVideos {
  const {store} = options;
  const isStoredHere = store && ((videoId: string) => isStored(store, videoId));
  return new UnknownVideos({known, isStored: isStoredHere, ...unknownVideoLimits(options)});
}

function playAddresses(
  parts: Parts,
  source: ListSource,
  unknown: UnknownVideos,
): PlayAddresses | undefined {
  const {options, vendor, known} = parts;
  const {publishUrls} = options;
  const play = publishUrls ? hostPlaySource(publishUrls) : vendor && vendorPlaySource(vendor);
  if (!play) return undefined;
  return new PlayAddresses({
    source,
    isSourceComplete: listsFromStore(parts),
    play,
    isPlayCostly: !publishUrls,
    known,
    unknown,
  });
}

async function isStored(store: VideoStore, videoId: string): Promise<boolean> {
  return (await store.list(parseListQuery({videoId}))).total > 0;
}
