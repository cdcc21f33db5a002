import type {Clarity} from '../model/clarity.js';
import {safeUrl} from '../model/safe-url.js';
import {isObject, readCount, readText} from '../wire/fields.js';

/** One play address of a video. */
export interface PlaySource {
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly quality: Clarity;
  /** The kind of device that it was made for. */
  readonly device: 'PC' | 'mobile';
  readonly format: PlayFormat;
}

/** How an address is played: with HLS, as a file whose format the browser may support, or not at all. */
type PlayFormat = 'hls' | 'file' | 'unsupported';

/** The play addresses of a video. */
export interface PlayAddresses {
  readonly isEncrypted: boolean;
  /** Best first. */
  readonly sources: readonly PlaySource[];
  /** Expiry time of the first address, in milliseconds since 1970-01-01 UTC; undefined if it is not known. */
  readonly expiresAtMs: number | undefined;
}

/** Fields of the vendor (getPublishCode) and their qualities, best first. */
const FIELDS: readonly (readonly [field: string, quality: Clarity])[] = [
  ['originUrl', 'original'],
  ['hdPullUrl', 'super'],
  ['highUrl', 'high'],
  ['sdUrl', 'standard'],
  ['fluentUrl', 'fluent'],
];

/**
 * Reads the response to getPublishCode that a proxy passes on. Any field may be missing.
 *
 * @param baseUrl - Base of relative addresses.
 */
export function readPlayAddresses(json: unknown, baseUrl: string): PlayAddresses {
  const answer = isObject(json) ? json : {};
  const data = isObject(answer['data']) ? answer['data'] : {};
  const devices = Array.isArray(data['videoUrl']) ? data['videoUrl'].filter(isObject) : [];
  const sources = devices.flatMap((addresses) =>
    FIELDS.flatMap(([field, quality]): PlaySource[] => {
      const url = safeUrl(readText(addresses[field]), baseUrl);
      const device = readText(addresses['urlType']) === 'mobile' ? 'mobile' : 'PC';
      return url ? [{url, quality, device, format: formatOf(url)}] : [];
    }),
  );
  return {
    isEncrypted: readCount(data['encrypt']) === 1,
    sources,
    expiresAtMs: readCount(answer['expiresAtMs']),
  };
}

/** Detected by the extension, because the vendor sends no types. */
function formatOf(url: string): PlayFormat {
  const {pathname} = new URL(url);
  if (/\.m3u8$/i.test(pathname)) return 'hls';
  return /\.(flv|mpd|f4v)$/i.test(pathname) ? 'unsupported' : 'file';
}
