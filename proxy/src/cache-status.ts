import type {HeaderRecord} from './join-headers.js';
import type {SourceAnswer} from './list-source.js';
import {BoundedMap} from './util/bounded-map.js';

/** The proxy's name in `Cache-Status`. */
const CACHE = 'cloud-vod-gallery';

const NONE: HeaderRecord = {};

/** Number of header objects that are reused. */
const MAX_KNOWN = 200;

const known = new BoundedMap<HeaderRecord>(MAX_KNOWN, Infinity);

/**
 * Headers that say where an answer comes from: `Cache-Status` (RFC 9211), and the `Age` of an older copy. A fresh answer
 * has no `Age`, because caches in front subtract it from the time for which they may keep the answer.
 */
export function cacheStatusOf({cacheStatus, ageSeconds}: SourceAnswer): HeaderRecord {
  if (cacheStatus === undefined) return NONE;
  const value = `${CACHE}; ${cacheStatus}`;
  if (ageSeconds !== undefined) return {'cache-status': value, age: String(ageSeconds)};
  let headers = known.get(value);
  if (!headers) known.set(value, (headers = {'cache-status': value}), 1);
  return headers;
}
