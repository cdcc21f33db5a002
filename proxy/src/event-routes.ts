import type {Hono} from 'hono';
import type {ChangeFeed} from './events/change-feed.js';
import {EventStream, type StreamOptions} from './events/event-stream.js';
import {ProxyError} from './proxy-error.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import type {VideoStore} from './video-store.js';

/** How streams are offered. */
export interface EventRoutes extends StreamOptions {
  /** Without a store there is nothing to tell. */
  readonly store: VideoStore | undefined;
  readonly feed: ChangeFeed | undefined;
  /** Streams open at a time, at most. */
  readonly maxStreams: number;
}

/** Seconds after which to try again when there are too many streams. */
const RETRY_AFTER_SECONDS = '30';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-content-type-options': 'nosniff',
  // nginx holds answers back until they are whole, unless told otherwise.
  'x-accel-buffering': 'no',
} as const;

/** Adds `/videos/events`, a stream of Server-Sent Events. */
export function addEventRoutes(app: Hono, routes: EventRoutes): void {
  app.get('/videos/events', async (context) => {
    const {method, raw: request} = context.req;
    const stream = method === 'HEAD' ? null : await openStream(request, routes);
    return new Response(stream, {headers: {...HEADERS, ...context.get('crossOrigin')}});
  });
  refuseOtherMethods(app, '/videos/events', ['GET', 'HEAD']);
}

async function openStream(
  request: Request,
  routes: EventRoutes,
): Promise<ReadableStream<Uint8Array>> {
  const {store, feed, maxStreams} = routes;
  if (!store || !feed) throw new ProxyError(501, 'This proxy has no store, and so no events.');
  const last = await store.lastSequence();
  if (feed.isClosed || feed.size >= maxStreams) {
    const headers = {'retry-after': RETRY_AFTER_SECONDS};
    throw new ProxyError(503, 'There are too many streams already.', {headers});
  }
  const stream = new EventStream(feed, store, resumeFrom(request, last), routes);
  return stream.open(last, request.signal);
}

/**
 * Where the reader left off: the header that browsers send when they reconnect, or `lastEventId` in
 * the address, which a page can set itself. From now on for anything else, such as a number of a
 * database that has been replaced.
 */
function resumeFrom(request: Request, last: number): number {
  const {searchParams} = new URL(request.url);
  const id = request.headers.get('last-event-id') ?? searchParams.get('lastEventId') ?? '';
  return /^\d{1,15}$/.test(id) && Number(id) <= last ? Number(id) : last;
}
