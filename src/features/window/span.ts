import {viewSize} from '../../internal/view-size.js';
import type {Axis, Stretch} from './axis.js';
import {screenBox, zoomOf} from './zoom.js';

/** A view is no longer than so many windows: what is scaled down further is not read. */
const MOST_WINDOWS = 4;

/**
 * What of a grid is in view: its start and end in the grid's own layout pixels, which may lie before or beyond the
 * grid; undefined where it is not displayed, or scaled down to nothing.
 *
 * @param clippers - What cuts the view off besides the window.
 * @param seen - In a frame: the part of the grid that its host page shows, as far as that is known.
 */
export function spanInView(
  grid: HTMLElement,
  axis: Axis,
  clippers: readonly Element[],
  seen: DOMRectReadOnly | undefined,
): Stretch | undefined {
  const view = grid.ownerDocument.defaultView;
  const scale = scaleOf(grid, axis);
  if (!view || !scale) return undefined;
  const [origin] = axis.edges(screenBox(grid));
  const {width, height} = viewSize(view);
  const box = new DOMRect(0, 0, width, height);
  const [windowStart, windowEnd] = axis.edges(box);
  let [from, to] = axis.edges(seen ?? box);
  for (const clipper of clippers) {
    const [start, end] = axis.edges(screenBox(clipper));
    from = Math.max(from, start);
    to = Math.min(to, end);
  }
  const start = (from - origin) / scale;
  return [start, Math.min((to - origin) / scale, start + MOST_WINDOWS * (windowEnd - windowStart))];
}

/** Screen pixels for each layout pixel; 0 where nothing is displayed. */
export function scaleOf(grid: HTMLElement, axis: Axis): number {
  const zoom = zoomOf(grid);
  const [start, end] = axis.edges(screenBox(grid));
  const length = axis.length(grid);
  // The layout's length is rounded, and an error of a millionth is a line at the end of a long list.
  const isZoomOnly = Math.abs((end - start) / zoom - length) < 1;
  return length && (isZoomOnly ? zoom : (end - start) / length);
}
