import {isServer} from 'lit';

/** Elements that are being hydrated. */
const takingOver = new WeakSet<Element>();

/** Whether an element is rendered on a server, or is being hydrated. */
export function isTakingOver(element: Element): boolean {
  return isServer || takingOver.has(element);
}

/**
 * Marks a server-rendered element as being hydrated. If Lit has adopted styles, its hydration support is missing, and it
 * renders everything again.
 */
export function beginTakingOver(element: Element, root: ShadowRoot): void {
  if (root.adoptedStyleSheets.length === 0) takingOver.add(element);
}

/** @returns Whether the element was being hydrated. */
export function endTakingOver(element: Element): boolean {
  return takingOver.delete(element);
}
