import type {Access} from './access/gallery.js';
import type {HeaderRecord} from './join-headers.js';
import {MUST_REVALIDATE, publicCaching, type CachePolicy} from './responses.js';
import type {SourceAnswer} from './list-source.js';

/** Headers of publicly cacheable responses, built once for each policy. */
const publicHeaders = new WeakMap<CachePolicy, HeaderRecord>();

/**
 * The `Cache-Control` of a response. What depends on the request is `private`. Nothing is cached longer than its token or
 * the play addresses in it are valid.
 *
 * @param expiresAtMs - When the play addresses in the response expire, if they do.
 */
export function cachingFor(
  policy: CachePolicy,
  {isStale = false}: SourceAnswer,
  {isPrivate, expiresAtMs: accessEndsMs = Infinity}: Access,
  expiresAtMs = Infinity,
): HeaderRecord {
  const endsMs = Math.min(accessEndsMs, expiresAtMs);
  if (isPrivate) return privateCaching(isStale ? 0 : secondsLeft(policy.maxAgeSeconds, endsMs));
  if (isStale) return MUST_REVALIDATE;
  if (endsMs === Infinity) return publicHeadersOf(policy);
  return publicCaching({
    maxAgeSeconds: secondsLeft(policy.maxAgeSeconds, endsMs),
    sharedMaxAgeSeconds: secondsLeft(policy.sharedMaxAgeSeconds, endsMs),
    staleWhileRevalidateSeconds: 0,
  });
}

function privateCaching(maxAgeSeconds: number): HeaderRecord {
  const term = maxAgeSeconds > 0 ? `max-age=${maxAgeSeconds}` : 'no-cache';
  // A token in a header is not part of the cache key of a browser, so `Vary` must name the header.
  return {'cache-control': `private, ${term}`, vary: 'Origin, Authorization'};
}

function publicHeadersOf(policy: CachePolicy): HeaderRecord {
  let headers = publicHeaders.get(policy);
  if (!headers) publicHeaders.set(policy, (headers = publicCaching(policy)));
  return headers;
}

function secondsLeft(most: number, endsMs: number): number {
  return Math.max(0, Math.min(most, Math.floor((endsMs - Date.now()) / 1000)));
}
