import type {JsonObject} from '../../src/wire/fields.js';
import type {Caller} from './caller.js';
import {ParameterError} from './parameter-error.js';
import {ProxyError} from './proxy-error.js';
import type {VendorAnswers, VendorOperation} from './vendor/vendor-answers.js';
import {pageOf, type PlaySource, type SourceAnswer, type ListSource} from './list-source.js';

/** `codeType` of getPublishCode that asks for addresses instead of a player's HTML. */
const CODE_TYPE_URLS = 4;

/** Says which of the vendor's documents the list follows; see `VideoSource` in src/wire/envelope.ts. */
const SOURCE = 'getVideoList';

/**
 * Lists from the vendor.
 *
 * @param catchUp - Awaited before each list, so that no list is older than what this or another process has stored.
 */
export function vendorSource(vendor: VendorAnswers, catchUp?: () => Promise<void>): ListSource {
  return {
    list: async (query, caller) => {
      if (query.sortBy) throw new ParameterError('sortBy', 'is supported in store mode only');
      await catchUp?.();
      return ask(vendor, 'getVideoList', query, caller, {...pageOf(query), source: SOURCE});
    },
    categories: (query, caller) => ask(vendor, 'getCategoryList', query, caller),
  };
}

/** Format of the vendor's ids, and of similar ones. A call with anything else would be wasted. */
const VIDEO_ID = /^[\w-]{1,64}$/;

/** Play addresses from the vendor. */
export function vendorPlaySource(vendor: VendorAnswers): PlaySource {
  return async (videoId, caller) => {
    if (!VIDEO_ID.test(videoId)) throw new ProxyError(400, 'This is not a valid video id.');
    return ask(vendor, 'getPublishCode', {videoId, codeType: CODE_TYPE_URLS}, caller);
  };
}

async function ask(
  vendor: VendorAnswers,
  operation: VendorOperation,
  parameters: object,
  caller: Caller,
  extra?: object,
): Promise<SourceAnswer> {
  const {envelope, isStale, ageSeconds, cacheStatus} = await vendor.get(
    operation,
    parameters as JsonObject,
    caller,
  );
  return {envelope, extra, isStale, ageSeconds, cacheStatus};
}
