import type {Video} from './video.js';
import {videoAddress} from './video-address.js';

/** Returns the URL of a cover that is about `width` pixels wide; undefined for the default. */
export type CoverUrl = (video: Video, width: number) => string | undefined;

/** Widths that are requested from a `coverUrl` function, in pixels. */
const WIDTHS: readonly number[] = [160, 320, 480, 640, 960, 1280];

/** Default width in pixels. */
const WIDTH = 640;

/** Matches colours only, so that no other CSS gets into a style. */
const COLORS = /^#[\da-f]{6}(,#[\da-f]{6})+$/;

/**
 * Address of a cover of about this width: from the host page's `coverUrl`, otherwise at the proxy if it serves covers,
 * otherwise at the vendor. Also used for posters.
 */
export function coverAddress(video: Video, width = WIDTH, coverUrl?: CoverUrl): string | undefined {
  return coverUrl?.(video, width) || addressAtProxy(video, width) || video.coverUrl;
}

/** The available widths of a cover; empty if there is only one picture. */
export function coverWidths(video: Video, coverUrl?: CoverUrl): readonly number[] {
  if (coverUrl?.(video, WIDTH)) return WIDTHS;
  const {entry, widths} = video.cover ?? {};
  return Array.isArray(entry) && Array.isArray(widths)
    ? (widths as readonly number[]).filter((width) => width > 0)
    : [];
}

/** Colours of a cover from top to bottom, `#aabbcc,#aabbcc`, shown until it has loaded; undefined if they are not known. */
export function coverColors({cover}: Video): string | undefined {
  const colors = Array.isArray(cover?.entry) ? String(cover.entry[1]) : '';
  return COLORS.test(colors) ? colors : undefined;
}

function addressAtProxy({id, cover}: Video, width: number): string | undefined {
  if (!cover?.listUrl || !Array.isArray(cover.entry)) return undefined;
  const url = videoAddress(cover.listUrl, id, 'cover');
  url.searchParams.set('v', String(cover.entry[0]));
  url.searchParams.set('w', String(width));
  return url.href;
}
