import {mediaUrl} from '../internal/media-url.js';
import {loadHls} from './load.js';
import {PlayFailure} from './play-failure.js';
import type {PlaySource} from './sources.js';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * Plays a source in a media element.
 *
 * @param fail - Called if hls.js cannot continue. Without hls.js, the media element fires `error` instead.
 * @returns A function that detaches the source.
 * @throws {PlayFailure} if the browser does not support the format.
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
 * Chrome reports HLS support since version 142, but fails with streams that hls.js can play (hls.js issue 7827). Safari,
 * which plays HLS well, is detected by `ManagedMediaSource`.
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

/** Whether the browser reports native HLS support. */
export function mayPlayHls(media: HTMLMediaElement): boolean {
  return !!media.canPlayType?.(HLS_TYPE);
}

function attachAddress(media: HTMLMediaElement, url: string): () => void {
  media.src = url;
  return () => {
    media.removeAttribute('src');
    // Only `load()` ends the download and removes the last frame.
    media.load?.();
  };
}

/** Whether an address is `http:` on an `https:` page. */
export function isInsecure(url: string): boolean {
  return location.protocol === 'https:' && url.startsWith('http:');
}
