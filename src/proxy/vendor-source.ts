import type {JsonObject} from '../wire/fields.js';
import type {VendorAnswers, VendorOperation} from './vendor/vendor-answers.js';
import type {PlaySource, SourceAnswer, VideoSource} from './video-source.js';

/** `codeType` of getPublishCode that asks for addresses instead of a player's HTML. */
const CODE_TYPE_URLS = 4;

/** Says which of the vendor's documents the list follows; see `VideoSource` in src/wire. */
const FROM_LIST = {source: 'getVideoList'} as const;

/**
 * Lists from the vendor.
 *
 * @param catchUp - Waited for before a list is given: it sees to it that none is older than what this
 *   or another process has stored.
 */
export function vendorSource(vendor: VendorAnswers, catchUp?: () => Promise<void>): VideoSource {
  return {
    list: async (query, signal) => {
      await catchUp?.();
      return ask(vendor, 'getVideoList', {...query}, signal, FROM_LIST);
    },
    categories: (query, signal) => ask(vendor, 'getCategoryList', {...query}, signal),
  };
}

/** Play addresses from the vendor. */
export function vendorPlaySource(vendor: VendorAnswers): PlaySource {
  return (videoId, signal) =>
    ask(vendor, 'getPublishCode', {videoId, codeType: CODE_TYPE_URLS}, signal);
}

async function ask(
  vendor: VendorAnswers,
  operation: VendorOperation,
  parameters: JsonObject,
  signal: AbortSignal,
  extra?: object,
): Promise<SourceAnswer> {
  const {envelope, isStale} = await vendor.get(operation, parameters, signal);
  return {envelope, extra, isStale};
}
