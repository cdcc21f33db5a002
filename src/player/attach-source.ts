import {mediaUrl} from '../internal/media-url.js';
import {loadHls} from './load.js';
import {PlayFailure} from './play-failure.js';
import type {PlaySource} from './sources.js';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Options for hls.js. Without hls.js, the media element fires `error` and downloads only what it plays. */
export interface AttachOptions {
  /** Start position in seconds. */
  readonly position: number;
  /** Whether to play the smallest quality of a stream. */
  readonly savesData: boolean;
  /** Called if hls.js cannot continue. */
  readonly fail: () => void;
}

/**
 * Loads what a media element needs for a source.
 *
 * Chrome reports HLS support since version 142, but fails with streams that hls.js can play (hls.js issue 7827). Safari,
 * which plays HLS well, is detected by `ManagedMediaSource`.
 *
 * @returns A function that attaches the source, and returns a function that detaches it. It throws a `PlayFailure` if the
 *   browser does not support the format.
 */
export async function attacherOf(
  media: HTMLMediaElement,
  {url, format}: PlaySource,
): Promise<(options: AttachOptions) => () => void> {
  const address = mediaUrl(url, url)!;
  // Without the query, which may contain a signature.
  const failure = new PlayFailure('unsupported', `The browser cannot play ${url.split('?')[0]}.`);
  if (format === 'unsupported') throw failure;
  const isNative = mayPlayHls(media);
  if (format === 'file' || (isNative && 'ManagedMediaSource' in window)) {
    return () => attachAddress(media, address);
  }
  const {attachHls} = await loadHls();
  return (options) => {
    const detach = attachHls(media, address, options);
    if (detach) return detach;
    if (isNative) return attachAddress(media, address);
    throw failure;
  };
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
