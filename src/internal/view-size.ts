/** Whether a page is in a frame. */
export const isFramed = (view: Window): boolean => view.parent !== view;

/** Pixels of a page that can be seen at once. A frame may be as high as all of its content; the screen is not. */
export function viewSize(view: Window) {
  const {innerWidth: width, innerHeight: height, screen} = view;
  if (!isFramed(view)) return {width, height};
  return {width: Math.min(width, screen.width), height: Math.min(height, screen.height)};
}
