import {viewSize} from '../../internal/view-size.js';
import type {Axis, Stretch} from './axis.js';
import {screenBox, zoomOf} from './zoom.js';

/** Maximum length of a view, as a multiple of the window's, for lists that are scaled down very small. */
const MOST_WINDOWS = 4;

/**
 * The visible range of a grid, in its own layout pixels, which may be outside of the grid; undefined if it is not displayed
 * or scaled to 0.
 *
 * @param clippers - Elements that clip the view, in addition to the window.
 * @param seen - In a frame: the part of the grid that its host page shows, if it is known.
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

/** Screen pixels for each layout pixel; 0 if the grid is not displayed. */
export function scaleOf(grid: HTMLElement, axis: Axis): number {
  const zoom = zoomOf(grid);
  const [start, end] = axis.edges(screenBox(grid));
  const length = axis.length(grid);
  // `offsetHeight` is rounded. At the end of a long list, an error of a millionth is as long as a line.
  const isZoomOnly = Math.abs((end - start) / zoom - length) < 1;
  return length && (isZoomOnly ? zoom : (end - start) / length);
}
