import type {MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';

/** Seconds a browser remembers that it may ask from another origin. Chrome takes no more. */
const PREFLIGHT_SECONDS = 7200;

/** Headers of answers that a page of another origin may read. */
const EXPOSED_HEADERS = ['etag', 'retry-after', 'x-last-event-id'];

/**
 * Lets pages of these origins read the answers; `*` for every page there is.
 *
 * Only the question beforehand is left to Hono's own `cors`. It sets headers before there is an answer,
 * for which the answer must be copied when it comes: a server on Node then sends half as many.
 */
export function crossOrigin(allowedOrigins: readonly string[]): MiddlewareHandler {
  const isOpen = allowedOrigins.includes('*');
  const preflight = cors({
    origin: isOpen ? '*' : [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
  });
  return async (context, next) => {
    const {req} = context;
    if (req.method === 'OPTIONS') return preflight(context, next);
    await next();
    const {headers} = context.res;
    const origin = req.header('origin');
    if (!isOpen) headers.append('vary', 'Origin');
    if (!isOpen && !(origin && allowedOrigins.includes(origin))) return;
    headers.set('access-control-allow-origin', isOpen ? '*' : origin!);
    headers.set('access-control-expose-headers', EXPOSED_HEADERS.join(','));
  };
}
