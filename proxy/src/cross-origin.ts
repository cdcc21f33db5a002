import type {MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';
import type {HeaderRecord} from './join-headers.js';

/** Cache time of a preflight response in seconds. Chrome allows no more. */
const PREFLIGHT_SECONDS = 7200;

/** Headers of answers that a page of another origin may read. */
const EXPOSED_HEADERS = ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-last-event-id'];

/** The response depends on the origin, so caches must distinguish it. */
const NOT_READABLE: HeaderRecord = {vary: 'Origin'};

declare module 'hono' {
  interface ContextVariableMap {
    /** CORS headers of the response; undefined if other origins may not read it. */
    crossOrigin?: HeaderRecord;
  }
}

/**
 * Lets pages of these origins read the responses; `*` for all pages.
 *
 * Hono's `cors` handles preflight requests only. For all others, `crossOrigin` has the headers that the response is created
 * with. They are not added to a finished response, because Node's server sends headers that nobody has read without parsing
 * them, which is much faster.
 */
export function crossOrigin(allowedOrigins: readonly string[]): MiddlewareHandler {
  const isOpen = allowedOrigins.includes('*');
  const preflight = cors({
    origin: isOpen ? '*' : [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
  });
  const readers = new Map(allowedOrigins.map((origin) => [origin, headersFor(origin)]));
  return (context, next) => {
    const {req} = context;
    if (req.method === 'OPTIONS') return preflight(context, next);
    const reader = isOpen ? '*' : (req.header('origin') ?? '');
    context.set('crossOrigin', readers.get(reader) ?? NOT_READABLE);
    return next();
  };
}

function headersFor(origin: string): HeaderRecord {
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED_HEADERS.join(','),
    ...(origin !== '*' && {vary: 'Origin'}),
  };
}
