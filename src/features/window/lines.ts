import type {Stretch} from './axis.js';

/** A range of lines: the first, and the one after the last. */
export type Lines = readonly [first: number, end: number];

/**
 * Maximum length of the layout in pixels. Browsers support 17.8 million (Firefox) or 33.5 million, and WebKit is wrong by
 * two pixels beyond 16.7 million. Of a longer list, only a part has a layout.
 */
const MAX_LENGTH = 16_000_000;

/** Maximum number of lines that a browser can lay out. Its limit applies to pixels after `zoom`. */
export const mostLines = (zoom: number, stride: number): number =>
  Math.floor(MAX_LENGTH / zoom / stride);

export interface LinesOptions {
  /** Layout pixels from one line to the next. */
  readonly stride: number;
  readonly lineCount: number;
  /** Lines to render before and after the view, as a multiple of its length. */
  readonly overscan: number;
  /** Lines that have cards now. They stay while at least half of the overscan is left on both sides. */
  readonly drawn: Lines;
}

/** The lines that must have cards for a visible range of the grid; without one, the present lines. */
export function linesNear(
  span: Stretch | undefined,
  {stride, lineCount, overscan, drawn}: LinesOptions,
): Lines {
  const clamp = (line: number) => Math.max(0, Math.min(line, lineCount));
  const around = (views: number): Lines => {
    const [from, to] = span!;
    const margin = Math.max(0, to - from) * views;
    const first = Math.min(clamp(Math.floor((from - margin) / stride)), Math.max(lineCount - 1, 0));
    return [first, Math.max(clamp(Math.ceil((to + margin) / stride)), clamp(first + 1))];
  };
  if (!span) {
    const first = Math.min(drawn[0], Math.max(lineCount - 1, 0));
    return [first, Math.max(clamp(drawn[1]), clamp(first + 1))];
  }
  const least = around(overscan / 2);
  const isEnough = drawn[0] <= least[0] && drawn[1] >= least[1] && drawn[1] <= lineCount;
  const most = ((span[1] - span[0]) * (1 + 2 * overscan)) / stride + 2;
  return isEnough && drawn[1] - drawn[0] <= most ? drawn : around(overscan);
}
