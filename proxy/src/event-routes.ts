import type {Context, Hono} from 'hono';
import type {Access} from './access/gallery.js';
import type {ChangeFeed} from './events/change-feed.js';
import {EventStream, type StreamOptions, type StreamStart} from './events/event-stream.js';
import type {GalleryRoutes} from './gallery-routes.js';
import type {RateLimit} from './limits/rate-limit.js';
import type {StreamLimit} from './limits/stream-limit.js';
import {ProxyError} from './proxy-error.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {LONGEST_TIMER_MS} from './util/clock.js';
import type {VideoStore} from './video-store.js';

/** Options of the event route. */
export interface EventRoutes extends StreamOptions {
  /** Without a store there are no events. */
  readonly store: VideoStore | undefined;
  readonly feed: ChangeFeed | undefined;
  readonly streamLimit: StreamLimit;
  /** Limit that replayed changes count against; undefined without a limit. */
  readonly requests: RateLimit | undefined;
  /** Maximum number of changes that a reconnected stream replays. */
  readonly maxReplay: number;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-content-type-options': 'nosniff',
  // nginx buffers responses unless this header forbids it.
  'x-accel-buffering': 'no',
} as const;

/** Replayed changes that cost as much as one request. */
const CHANGES_PER_POINT = 50;

const RETRY_SOON = {headers: {'retry-after': '3'}};

/** Adds `/videos/events`, a stream of Server-Sent Events, below a path. */
export function addEventRoutes(app: Hono, gallery: GalleryRoutes, routes: EventRoutes): void {
  const path = `${gallery.path}/videos/events`;
  app.get(path, async (context) => {
    const {method, raw} = context.req;
    const access = await gallery.accessOf(raw, context.env);
    const stream = method === 'HEAD' ? null : await openStream(context, access, routes);
    return new Response(stream, {headers: {...HEADERS, ...context.get('crossOrigin')}});
  });
  refuseOtherMethods(app, path, ['GET', 'HEAD']);
}

async function openStream(
  context: Context,
  access: Access,
  routes: EventRoutes,
): Promise<ReadableStream<Uint8Array>> {
  const {store, feed, streamLimit, maxReplay} = routes;
  if (!store || !feed)
    throw new ProxyError(501, 'This proxy has no events, because it has no store.');
  if (feed.isClosed) throw new ProxyError(503, 'This proxy is stopping.', RETRY_SOON);
  const request = context.req.raw;
  const client = context.get('client');
  const leave = streamLimit.add(client);
  try {
    const start = startOf(request, await store.lastSequence(), maxReplay);
    await countReplay(client, start, routes);
    const stream = new EventStream(feed, access, routes, leave);
    return stream.open(start, untilExpiry(request.signal, access));
  } catch (error) {
    leave();
    throw error;
  }
}

async function countReplay(
  client: string | undefined,
  {last, position}: StreamStart,
  {requests}: EventRoutes,
): Promise<void> {
  const points = Math.ceil((last - position) / CHANGES_PER_POINT);
  if (client !== undefined && points > 0) await requests?.take(client, points);
}

/**
 * Start position of a stream: the header `Last-Event-ID` that browsers send when they reconnect, or `lastEventId` in the
 * address, which a page can set. The present position for anything else, such as a number of a replaced database, and for a
 * client that has missed too much.
 */
function startOf(request: Request, last: number, maxReplay: number): StreamStart {
  const {searchParams} = new URL(request.url);
  const id = request.headers.get('last-event-id') ?? searchParams.get('lastEventId') ?? '';
  const isKnown = /^\d{1,15}$/.test(id) && Number(id) <= last;
  const hasMissedMuch = isKnown && last - Number(id) > maxReplay;
  return {position: isKnown && !hasMissedMuch ? Number(id) : last, last, hasMissedMuch};
}

/** Aborted when the client disconnects or its token expires. */
function untilExpiry(signal: AbortSignal, {expiresAtMs}: Access): AbortSignal {
  const leftMs = (expiresAtMs ?? Infinity) - Date.now();
  if (leftMs > LONGEST_TIMER_MS) return signal;
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(leftMs, 0))]);
}
