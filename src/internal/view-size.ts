/** Whether a page is in a frame. */
export const isFramed = (view: Window): boolean => view.parent !== view;

/** Size of the visible part of a page in pixels. A frame may be as high as its whole content, so it is limited by the screen. */
export function viewSize(view: Window) {
  const {innerWidth: width, innerHeight: height, screen} = view;
  if (!isFramed(view)) return {width, height};
  return {width: Math.min(width, screen.width), height: Math.min(height, screen.height)};
}
