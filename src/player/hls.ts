/**
 * HLS for browsers that have none. The build puts hls.js into this module: who plays no HLS does not load it, and who
 * bundles the package need not install it.
 */
import Hls from 'hls.js/light';

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
  hls.on(Hls.Events.ERROR, (_event, {fatal}) => {
    if (fatal) fail();
  });
  hls.loadSource(url);
  hls.attachMedia(media);
  return () => hls.destroy();
}
