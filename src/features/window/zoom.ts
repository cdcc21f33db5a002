import {ancestorsOf} from './ancestors.js';

/** The effective CSS `zoom` of an element, including that of its ancestors. */
export function zoomOf(element: Element): number {
  if ('currentCSSZoom' in element) return element.currentCSSZoom;
  // WebKit 2.50, and Chromium before 128.
  let zoom = 1;
  for (const node of [element, ...ancestorsOf(element)] as Element[]) {
    if (node.nodeType === Node.ELEMENT_NODE) zoom *= parseFloat(getComputedStyle(node).zoom) || 1;
  }
  return zoom;
}

/**
 * The box of an element in screen pixels. Browsers without `currentCSSZoom` divide the position in the document by the
 * zoom, and then subtract the scroll position of the window.
 */
export function screenBox(element: Element): DOMRectReadOnly {
  const box = element.getBoundingClientRect();
  if ('currentCSSZoom' in element) return box;
  const zoom = zoomOf(element);
  const {scrollX = 0, scrollY = 0} = (element as Element).ownerDocument.defaultView ?? {};
  const x = (box.x + scrollX) * zoom - scrollX;
  const y = (box.y + scrollY) * zoom - scrollY;
  return new DOMRect(x, y, box.width * zoom, box.height * zoom);
}
