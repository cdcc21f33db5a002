/**
 * HLS for browsers that have none. The build puts hls.js into this module: who plays no HLS does not load it, and who
 * bundles the package need not install it.
 */
import Hls from 'hls.js/light';

/** A part that cannot be decoded makes hls.js begin again, without an end and without calling it fatal (hls.js issue 7825). */
const MAX_RESETS = 3;

/**
 * Has a media element play an HLS address.
 *
 * @param fail - Called when it cannot go on.
 * @returns What ends it; undefined where the browser cannot do that either.
 */
export function attachHls(
  media: HTMLMediaElement,
  url: string,
  fail: () => void,
): (() => void) | undefined {
  if (!Hls.isSupported()) return undefined;
  // Without a worker: a strict Content Security Policy allows no worker from a blob.
  const hls = new Hls({enableWorker: false});
  let resets = 0;
  hls.on(Hls.Events.ERROR, (_event, {fatal, details}) => {
    if (details === Hls.ErrorDetails.MEDIA_SOURCE_REQUIRES_RESET) resets += 1;
    if (fatal || resets > MAX_RESETS) fail();
  });
  hls.loadSource(url);
  hls.attachMedia(media);
  return () => hls.destroy();
}
