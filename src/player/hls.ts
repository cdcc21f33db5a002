/**
 * HLS for browsers without native support. The build bundles hls.js into this module: pages without HLS do not load it, and
 * projects that use the package need not install it.
 */
import Hls from 'hls.js/light';

/**
 * Maximum number of resets. A segment that cannot be decoded makes hls.js restart without end and without a fatal error
 * (hls.js issue 7825).
 */
const MAX_RESETS = 3;

/**
 * Plays an HLS address in a media element.
 *
 * @param fail - Called if playback cannot continue.
 * @returns A function that detaches it; undefined if the browser does not support hls.js.
 */
export function attachHls(
  media: HTMLMediaElement,
  url: string,
  fail: () => void,
): (() => void) | undefined {
  if (!Hls.isSupported()) return undefined;
  // No worker, because a strict Content Security Policy forbids workers from a blob.
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
