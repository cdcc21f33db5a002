import {Hono, type MiddlewareHandler} from 'hono';
import {hostCheck} from './access/allowed-hosts.js';
import {AnswerWriter} from './answer-writer.js';
import {addCallbackRoutes} from './callback-routes.js';
import {CategoryTree} from './category-tree.js';
import {completeAnswers} from './complete-answer.js';
import {addCoverRoutes} from './cover-routes.js';
import {CoverAnswers} from './covers/cover-answers.js';
import type {CoverStatus} from './covers/cover-maker.js';
import {toProxyError} from './error-answers.js';
import {addEventRoutes} from './event-routes.js';
import {addGallery, galleriesOf} from './gallery-routes.js';
import type {HeaderRecord} from './join-headers.js';
import {waitForTurn} from './limits/request-turns.js';
import {StreamLimit} from './limits/stream-limit.js';
import {addListRoutes} from './list-routes.js';
import {nothingHere} from './proxy-error.js';
import {
  cachePolicy,
  callbackSettings,
  eventSettings,
  secretGuessLimit,
  type VideoProxyOptions,
} from './proxy-options.js';
import {partsOf, type ProxyParts} from './proxy-parts.js';
import {sourcesOf} from './proxy-sources.js';
import {errorResponse} from './responses.js';
import type {VendorStatus} from './vendor/vendor-answers.js';
import {addVideoRoutes} from './video-routes.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** Key under which the requests of the client are counted; undefined if it is not known. */
    client?: string | undefined;
    /** `RateLimit` headers of the client. */
    rateLimit?: HeaderRecord | undefined;
  }
}

/** Answers requests, on Node, Deno, Bun and workers alike. */
export interface VideoProxy {
  /** @param env - What the platform passes with the request. It is passed on to functions of the options. */
  (request: Request, env?: unknown, context?: unknown): Promise<Response>;
  /** Counters since the start, and the present state. */
  status(): ProxyStatus;
  /** Ends all streams and timers. */
  close(): void;
}

/** Counters of a proxy since its start, and its present state; for monitoring. */
export interface ProxyStatus {
  /** Streams of events that are open. */
  readonly streams: number;
  /** Calls to the vendor; undefined without a vendor, or if it does not count them. */
  readonly vendor: VendorStatus | undefined;
  /** Counters of the covers; undefined if covers are not served. */
  readonly covers?: CoverStatus | undefined;
}

/** Makes the handler behind a gallery's proxy URL. */
export function createVideoProxy(options: VideoProxyOptions): VideoProxy {
  const {basePath = '/'} = options;
  // Paths match with and without a slash at the end.
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

function hostMiddleware({allowedHosts}: VideoProxyOptions): MiddlewareHandler {
  const check = hostCheck(allowedHosts);
  return (context, next) => {
    check(context.req.raw);
    return next();
  };
}

/** @returns The covers of all galleries, if they are served. */
function addGalleries(app: Hono, parts: ProxyParts): CoverAnswers | undefined {
  const {options, known, feed, log, requests, vendor} = parts;
  const {store} = options;
  const {source, isSourceComplete, videos, play, capabilities} = sourcesOf(parts);
  const covers = options.covers && new CoverAnswers(options.covers, videos, isSourceComplete, log);
  const trees = {source, isSourceComplete, tree: vendor && new CategoryTree(vendor, store, log)};
  const complete = completeAnswers(capabilities, covers);
  const settings = eventSettings(options);
  const streamLimit = new StreamLimit(settings.maxStreams, settings.maxStreamsPerClient, log);
  const events = {...settings, store, feed, streamLimit, requests, log};
  const before = [...turnsOf(options), countRequest(parts)];
  for (const [path, gallery] of galleriesOf(options)) {
    const routes = addGallery(app, [path, gallery], before);
    const writer = new AnswerWriter(cachePolicy(options));
    addListRoutes(app, routes, {source, trees, known, writer, complete});
    // Before the routes with an id, because `/videos/events` would match them.
    addEventRoutes(app, routes, events);
    addVideoRoutes(app, routes, {videos, play, writer, complete});
    addCoverRoutes(app, routes, covers);
  }
  return covers;
}

/** Only callbacks suffer from many list requests, and there are no callbacks without a store. */
function turnsOf({store}: VideoProxyOptions): MiddlewareHandler[] {
  return store && 'setImmediate' in globalThis ? [waitForTurn()] : [];
}

function countRequest({clientOf, requests}: ProxyParts): MiddlewareHandler {
  return async (context, next) => {
    const client = clientOf(context.req.raw, context.env);
    context.set('client', client);
    if (client !== undefined && requests) context.set('rateLimit', await requests.take(client));
    await next();
  };
}

function addCallbacks(app: Hono, {options, clientOf, feed, log}: ProxyParts): void {
  const callbacks = callbackSettings(options);
  if (!callbacks) return;
  const onStored = () => feed?.wake();
  const guesses = secretGuessLimit(options);
  addCallbackRoutes(app, {...callbacks, clientOf, guesses, store: options.store, onStored, log});
}
