/**
 * HLS for browsers without native support. The build bundles hls.js into this module: pages without HLS do not load it, and
 * projects that use the package need not install it.
 */
import Hls from 'hls.js/light';
import type {AttachOptions} from './attach-source.js';

/**
 * Maximum number of resets. A segment that cannot be decoded makes hls.js restart without end and without a fatal error
 * (hls.js issue 7825).
 */
const MAX_RESETS = 3;

/**
 * Plays an HLS address in a media element.
 *
 * @returns A function that detaches it; undefined if the browser does not support hls.js.
 */
export function attachHls(
  media: HTMLMediaElement,
  url: string,
  options: AttachOptions,
): (() => void) | undefined {
  if (!Hls.isSupported()) return undefined;
  const hls = new Hls({
    // A strict Content Security Policy forbids workers from a blob.
    enableWorker: false,
    // Otherwise it downloads the beginning first.
    startPosition: options.position || -1,
    capLevelToPlayerSize: true,
  });
  if (options.savesData) {
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      // Levels are sorted by their bit rate.
      hls.autoLevelCapping = 0;
    });
  }
  let resets = 0;
  hls.on(Hls.Events.ERROR, (_event, {fatal, details}) => {
    if (details === Hls.ErrorDetails.MEDIA_SOURCE_REQUIRES_RESET) resets += 1;
    if (fatal || resets > MAX_RESETS) options.fail();
  });
  hls.loadSource(url);
  hls.attachMedia(media);
  return () => hls.destroy();
}
