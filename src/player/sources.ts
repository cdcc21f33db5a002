import type {Clarity} from '../model/clarity.js';
import {safeUrl} from '../model/safe-url.js';
import {isObject, readCount, readText} from '../wire/fields.js';

/** One address that a video plays from. */
export interface PlaySource {
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly quality: Clarity;
  /** The kind of device that the vendor made it for. */
  readonly device: 'PC' | 'mobile';
  readonly format: PlayFormat;
}

/** How a browser plays an address: as HLS, as a file that it knows or not, or not at all. */
type PlayFormat = 'hls' | 'file' | 'unsupported';

/** What a proxy answers about the play addresses of a video. */
export interface PlayAddresses {
  readonly isEncrypted: boolean;
  /** Best first. */
  readonly sources: readonly PlaySource[];
  /** When the first address ends, in milliseconds since 1970-01-01 UTC; undefined where that is not known. */
  readonly expiresAtMs: number | undefined;
}

/** Fields of the vendor (getPublishCode), and the quality each stands for, best first. */
const FIELDS: readonly (readonly [field: string, quality: Clarity])[] = [
  ['originUrl', 'original'],
  ['hdPullUrl', 'super'],
  ['highUrl', 'high'],
  ['sdUrl', 'standard'],
  ['fluentUrl', 'fluent'],
];

/**
 * Reads the vendor's answer to getPublishCode, as a proxy passes it on. Any field may be missing.
 *
 * @param baseUrl - What relative addresses are relative to.
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

/** By the ending of the path: the vendor sends no types. */
function formatOf(url: string): PlayFormat {
  const {pathname} = new URL(url);
  if (/\.m3u8$/i.test(pathname)) return 'hls';
  return /\.(flv|mpd|f4v)$/i.test(pathname) ? 'unsupported' : 'file';
}
