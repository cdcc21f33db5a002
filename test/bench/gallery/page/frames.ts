import {COLUMN_WIDTH, GAP, CARD_HEIGHT} from '../alternatives/shared/geometry.js';
import {isCovered} from './cards.js';

/** What was measured during scrolling. */
export interface FrameReport {
  /** Milliseconds between consecutive frames of the main thread. */
  readonly intervals: readonly number[];
  /** Frames in which a part of the viewport had neither a card nor a skeleton. */
  readonly blankFrames: number;
}

/** Resolves after the style and layout of the next frame. */
export function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}

/**
 * Records every frame of the main thread until `isDone`, which is called after each one. A check after the frame sees what
 * was painted, no matter which callback a contestant renders in.
 *
 * @param columns - The number of columns that are filled to the last row.
 */
export async function watchFrames(columns: number, isDone: () => boolean): Promise<FrameReport> {
  const intervals: number[] = [];
  let blankFrames = 0;
  let previous: number | undefined;
  for (;;) {
    const painted = untilPainted();
    const time = await new Promise(requestAnimationFrame);
    await painted;
    if (previous !== undefined) intervals.push(time - previous);
    previous = time;
    if (isBlank(columns)) blankFrames++;
    if (isDone()) return {intervals, blankFrames};
  }
}

function isBlank(columns: number): boolean {
  for (let column = 0; column < columns; column++) {
    const x = (COLUMN_WIDTH + GAP) * column + COLUMN_WIDTH / 2;
    // Two points, further apart than the gap between rows: at most one of them is in a gap.
    for (let y = GAP; y < innerHeight - 2 * GAP; y += CARD_HEIGHT / 2) {
      if (!isCovered(x, y) && !isCovered(x, y + GAP + 5)) return true;
    }
  }
  return false;
}
