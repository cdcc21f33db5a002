import type {Axis} from './axis.js';

/** All ancestors of a node in the flat tree: through slots, and out of shadow roots. */
export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  let next: Node | null = node;
  while ((next = (next as Element).assignedSlot ?? next.parentNode ?? (next as ShadowRoot).host)) {
    ancestors.push(next);
  }
  return ancestors;
}

const topLayer = ':modal, :popover-open, :fullscreen';

/**
 * The ancestors that clip an element. A positioned ancestor is not clipped by elements between itself and its containing
 * block. If this cannot be determined for an ancestor, it is left out: then too many cards are rendered, not too few.
 */
export function clippersOf(element: Element, axis: Axis): Element[] {
  const clippers: Element[] = [];
  let isBetween = false;
  for (const node of [element, ...ancestorsOf(element)]) {
    if (!(node instanceof (node.ownerDocument?.defaultView ?? window).Element)) continue;
    const style = getComputedStyle(node);
    const {position} = style;
    if (isBetween && position === 'static') continue;
    isBetween = position === 'absolute';
    // `overflow` on <body> applies to the window.
    const isPage = node === node.ownerDocument.scrollingElement;
    if (node !== element && !isPage && axis.clips(style)) clippers.push(node);
    if (position === 'fixed' || node.matches(topLayer)) break;
  }
  return clippers;
}
