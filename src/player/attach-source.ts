import {loadHls} from './load.js';
import {PlayFailure} from './play-failure.js';
import type {PlaySource} from './sources.js';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * Has a media element play a source.
 *
 * @param fail - Called when it cannot go on. Files fail by the element's own `error` event.
 * @returns What ends it.
 * @throws {PlayFailure} where the browser does not know the format.
 */
export async function attachSource(
  media: HTMLMediaElement,
  {url, format}: PlaySource,
  fail: () => void,
): Promise<() => void> {
  if (format === 'unsupported') {
    throw new PlayFailure('unsupported', `No browser plays ${url} by itself.`);
  }
  if (format === 'file' || media.canPlayType?.(HLS_TYPE)) {
    media.src = secure(url);
    return () => {
      media.removeAttribute('src');
      // Only this ends the download, and takes the last picture away.
      media.load?.();
    };
  }
  const {attachHls} = await loadHls();
  const detach = attachHls(media, secure(url), fail);
  if (!detach) throw new PlayFailure('unsupported', 'This browser plays no HLS.');
  return detach;
}

/** A browser plays nothing from `http:` on a page from `https:`; most hosts answer both. */
function secure(url: string): string {
  return isInsecure(url) ? url.replace(/^http:/, 'https:') : url;
}

/** Whether an address is `http:` on a page that is `https:`. */
export function isInsecure(url: string): boolean {
  return location.protocol === 'https:' && url.startsWith('http:');
}
