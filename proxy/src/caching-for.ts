import type {Access} from './access/gallery.js';
import type {HeaderRecord} from './join-headers.js';
import {MUST_REVALIDATE, publicCaching, type CachePolicy} from './responses.js';
import type {SourceAnswer} from './list-source.js';

/** Headers of answers that everybody may keep, made once for each policy. */
const publicHeaders = new WeakMap<CachePolicy, HeaderRecord>();

/**
 * How long an answer may be kept, and by whom. What depends on the request is for the browser alone; and
 * nothing is kept longer than the token it was given for, or than the addresses in it.
 *
 * @param expiresAtMs - When the addresses in the answer end, if they do.
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
  // A token in a header is not part of the address that a browser remembers the answer by.
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
