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
  // A hidden page does not paint.
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  isOver = true;
}
