import {COLUMN_WIDTH, GAP, CARD_HEIGHT} from '../alternatives/shared/geometry.js';
import {isCovered} from './cards.js';

/** What was seen while the page scrolled. */
export interface FrameReport {
  /** Milliseconds between one frame of the main thread and the next. */
  readonly intervals: readonly number[];
  /** Frames in which part of the viewport had neither card nor skeleton. */
  readonly blankFrames: number;
}

/** Resolves when the frame that is being made has been painted: its style and layout are done then. */
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
 * Watches every frame of the main thread until `isDone`, which is asked after each one. Looking after the
 * frame sees what was painted, whichever of its hooks a contestant uses.
 *
 * @param columns - How many columns are filled down to the last row.
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
    // Two points, further apart than the rows are: one of them at most is in the space between.
    for (let y = GAP; y < innerHeight - 2 * GAP; y += CARD_HEIGHT / 2) {
      if (!isCovered(x, y) && !isCovered(x, y + GAP + 5)) return true;
    }
  }
  return false;
}
