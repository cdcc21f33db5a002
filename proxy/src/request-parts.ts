import type {Context} from 'hono';
import type {JsonObject} from '../../src/wire/fields.js';
import {TOKEN_PARAMETER} from './access/gallery.js';
import type {Caller} from './caller.js';
import {queryParameters} from './parameters.js';
import {ProxyError} from './proxy-error.js';
import {MAX_ID_LENGTH} from './util/record-limits.js';

/** The client of a request. Its signal is not read here: see `Caller`. */
export function callerOf(context: Context): Caller {
  const request = context.req.raw;
  return {
    get signal() {
      return request.signal;
    },
    client: context.get('client'),
  };
}

/** The parameters of a request, without the token. */
export function queryOf(url: string): JsonObject {
  const {searchParams} = new URL(url);
  searchParams.delete(TOKEN_PARAMETER);
  return queryParameters(searchParams);
}

/**
 * The `videoId` in the path of a request.
 *
 * @throws {ProxyError} 400 if it cannot be an id.
 */
export function videoIdOf(text = ''): string {
  const videoId = text.trim();
  // No id has control characters, and a line break would forge a line in a log.
  const hasRightForm =
    videoId !== '' && videoId.length <= MAX_ID_LENGTH && !/\p{Cc}/u.test(videoId);
  if (hasRightForm) return videoId;
  throw new ProxyError(400, `videoId must have 1 to ${MAX_ID_LENGTH} characters.`);
}
