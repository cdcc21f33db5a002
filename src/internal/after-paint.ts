import {isServer} from 'lit';

/** Maximum time to wait for a frame, in milliseconds. */
const FRAME_TIMEOUT = 500;

let isOver = isServer;
let waiting: Promise<void> | undefined;

/**
 * Resolves after the first frame that is painted after the first call. From then on, returns undefined. Slow work, such as
 * creating `Intl` objects, waits for it, so that the first cards are painted sooner.
 */
export function afterFirstPaint(): Promise<void> | undefined {
  return isOver ? undefined : (waiting ??= nextPaint());
}

async function nextPaint() {
  await nextFrame();
  // The first frame has been submitted for painting now.
  await nextFrame();
  isOver = true;
}

/** Resolves after a frame. Browsers render no frames of a hidden page, and some none of a hidden `<iframe>`. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_TIMEOUT);
  });
}
