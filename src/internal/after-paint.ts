import {isServer} from 'lit';

let isOver = isServer;
let waiting: Promise<void> | undefined;

/**
 * Resolves when the first frame that was drawn after the first call is on the screen; undefined from then on. What
 * is slow the first time, such as the objects of `Intl`, waits for it, so that the first cards do not.
 */
export function afterFirstPaint(): Promise<void> | undefined {
  return isOver ? undefined : (waiting ??= nextPaint());
}

async function nextPaint() {
  // A page that is hidden paints nothing.
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  isOver = true;
}
