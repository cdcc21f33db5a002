import {isServer} from 'lit';

/** Elements that are being drawn in the browser as they were on a server. */
const takingOver = new WeakSet<Element>();

/** Whether an element is being drawn on a server, or as it was there. */
export function isTakingOver(element: Element): boolean {
  return isServer || takingOver.has(element);
}

/**
 * Notes that a server has drawn what is in a shadow root. Lit's hydration support leaves the styles to the server; without it,
 * everything is rendered again.
 */
export function beginTakingOver(element: Element, root: ShadowRoot): void {
  if (root.adoptedStyleSheets.length === 0) takingOver.add(element);
}

/** @returns whether the element was being taken over. */
export function endTakingOver(element: Element): boolean {
  return takingOver.delete(element);
}
