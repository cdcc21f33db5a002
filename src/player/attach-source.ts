import {mediaUrl} from '../internal/media-url.js';
import {loadHls} from './load.js';
import {PlayFailure} from './play-failure.js';
import type {PlaySource} from './sources.js';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * Has a media element play a source.
 *
 * @param fail - Called when it cannot go on. What the browser plays by itself fails by the element's own `error` event.
 * @returns What ends it.
 * @throws {PlayFailure} where the browser does not know the format.
 */
export async function attachSource(
  media: HTMLMediaElement,
  {url, format}: PlaySource,
  fail: () => void,
): Promise<() => void> {
  if (format === 'unsupported') {
    throw new PlayFailure('unsupported', `The browser cannot play ${url}.`);
  }
  const attach = format === 'hls' ? attachStream : attachAddress;
  return attach(media, mediaUrl(url, url)!, fail);
}

/**
 * Chrome says since version 142 that it may play HLS, and fails with streams that hls.js plays (hls.js issue 7827). Safari
 * plays it well, and has `ManagedMediaSource`.
 */
async function attachStream(
  media: HTMLMediaElement,
  url: string,
  fail: () => void,
): Promise<() => void> {
  const isNative = mayPlayHls(media);
  if (isNative && 'ManagedMediaSource' in window) return attachAddress(media, url);
  const {attachHls} = await loadHls();
  const detach = attachHls(media, url, fail);
  if (detach) return detach;
  if (isNative) return attachAddress(media, url);
  throw new PlayFailure('unsupported', `The browser cannot play ${url}.`);
}

/** Whether the browser says that it may play HLS by itself. */
export function mayPlayHls(media: HTMLMediaElement): boolean {
  return !!media.canPlayType?.(HLS_TYPE);
}

function attachAddress(media: HTMLMediaElement, url: string): () => void {
  media.src = url;
  return () => {
    media.removeAttribute('src');
    // Only this ends the download, and takes the last picture away.
    media.load?.();
  };
}

/** Whether an address is `http:` on a page that is `https:`. */
export function isInsecure(url: string): boolean {
  return location.protocol === 'https:' && url.startsWith('http:');
}
