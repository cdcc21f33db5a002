import type {MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';
import type {HeaderRecord} from './join-headers.js';

/** Seconds a browser remembers that it may ask from another origin. Chrome takes no more. */
const PREFLIGHT_SECONDS = 7200;

/** Headers of answers that a page of another origin may read. */
const EXPOSED_HEADERS = ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-last-event-id'];

/** Another page may read it, so caches must keep the answers apart. */
const NOT_READABLE: HeaderRecord = {vary: 'Origin'};

declare module 'hono' {
  interface ContextVariableMap {
    /** Headers for the answer; none where no page of another origin has any business. */
    crossOrigin?: HeaderRecord;
  }
}

/**
 * Lets pages of these origins read the answers; `*` for every page there is.
 *
 * Only the question beforehand is left to Hono's own `cors`. For all else it says in `crossOrigin` which
 * headers the answer is to be made with. They are not added to a finished one: a server on Node sends
 * headers as they are for as long as nobody has looked at them, and that is much quicker.
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
