import {isObject, readText} from '../../../src/wire/fields.js';

/** The cover in a record. */
export interface Cover {
  readonly videoId: string;
  /** The address in the record. */
  readonly imageUrl: string;
  /** Changes when the picture may have changed. */
  readonly version: string;
}

/** The cover in a record; undefined if there is none. */
export function coverIn(record: unknown): Cover | undefined {
  if (!isObject(record)) return undefined;
  const videoId = readText(record['videoId']);
  const imageUrl = readText(record['imageUrl']);
  if (videoId === undefined || imageUrl === undefined) return undefined;
  return {videoId, imageUrl, version: versionOf(imageUrl, readText(record['updateTime']))};
}

/** Without the query of the address, because a signature in it changes each time. */
function versionOf(imageUrl: string, updateTime = ''): string {
  const text = `${imageUrl.replace(/[?#].*$/, '')} ${updateTime}`;
  return (hash(text, 0x811c9dc5) * 0x10000 + (hash(text, 0x01234567) & 0xffff)).toString(36);
}

/** FNV-1a. A version is not a secret, so the hash need not be cryptographic. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}
