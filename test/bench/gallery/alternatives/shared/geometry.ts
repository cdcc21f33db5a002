/**
 * The grid that every contestant lays out, in CSS pixels: four columns in the bench's viewport, and no
 * fraction of a pixel anywhere, so that all of them are exactly as high.
 */
export const COLUMN_WIDTH = 304;
export const GAP = 20;
/** A cover of 16:9, and a body of 4.125 rem below a padding of 0.625 rem. */
export const CARD_HEIGHT = (COLUMN_WIDTH / 16) * 9 + 66 + 10;
export const ROW_HEIGHT = CARD_HEIGHT + GAP;

/** How many columns fit into an element. */
export function columnsIn(element: Element): number {
  return Math.floor((element.clientWidth + GAP) / (COLUMN_WIDTH + GAP));
}

/** How high so many rows are, without a gap at the end. */
export function heightOf(rows: number): number {
  return Math.max(rows * ROW_HEIGHT - GAP, 0);
}
