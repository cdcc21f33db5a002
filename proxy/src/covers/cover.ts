import {isObject, readText} from '../../../src/wire/fields.js';

/** The cover of a video, as its record names it. */
export interface Cover {
  readonly videoId: string;
  /** As the record has it. */
  readonly imageUrl: string;
  /** Another one when the picture may be another one. */
  readonly version: string;
}

/** The cover in a record; undefined when it has none. */
export function coverIn(record: unknown): Cover | undefined {
  if (!isObject(record)) return undefined;
  const videoId = readText(record['videoId']);
  const imageUrl = readText(record['imageUrl']);
  if (videoId === undefined || imageUrl === undefined) return undefined;
  return {videoId, imageUrl, version: versionOf(imageUrl, readText(record['updateTime']))};
}

/** The query of an address is left out: a signature in it is another one each time. */
function versionOf(imageUrl: string, updateTime = ''): string {
  const text = `${imageUrl.replace(/[?#].*$/, '')} ${updateTime}`;
  return (hash(text, 0x811c9dc5) * 0x10000 + (hash(text, 0x01234567) & 0xffff)).toString(36);
}

/** FNV-1a. A version is no secret: it has to differ, not to be hard to guess. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}
