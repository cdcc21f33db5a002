import {isServer} from 'lit';

let isOver = isServer;
let waiting: Promise<void> | undefined;

/**
 * Resolves after the first frame that is painted after the first call; undefined from then on. Slow work, such as creating
 * `Intl` objects, waits for it, so that the first cards are painted sooner.
 */
export function afterFirstPaint(): Promise<void> | undefined {
  return isOver ? undefined : (waiting ??= nextPaint());
}

async function nextPaint() {
  // In the second frame, the first one is on its way to the screen. A hidden page does not paint.
  if (!document.hidden) await nextFrame().then(nextFrame);
  await new Promise((resolve) => setTimeout(resolve));
  isOver = true;
}

const nextFrame = () => new Promise(requestAnimationFrame);
