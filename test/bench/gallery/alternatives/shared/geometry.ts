/**
 * The grid of every contestant, in CSS pixels: four columns in the viewport of the benchmark, and no fractions of pixels,
 * so that all contestants have the same height.
 */
export const COLUMN_WIDTH = 304;
export const GAP = 20;
/** A cover of 16:9, a padding of 0.625 rem, and a body of 4.125 rem. */
export const CARD_HEIGHT = (COLUMN_WIDTH / 16) * 9 + 66 + 10;
export const ROW_HEIGHT = CARD_HEIGHT + GAP;

/** The number of columns that fit into an element. */
export function columnsIn(element: Element): number {
  return Math.floor((element.clientWidth + GAP) / (COLUMN_WIDTH + GAP));
}

/** The height of a number of rows, without a gap at the end. */
export function heightOf(rows: number): number {
  return Math.max(rows * ROW_HEIGHT - GAP, 0);
}
