import type {Axis} from './axis.js';

/** All that a node is in on the screen: through slots, and out of shadow roots. */
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
 * Those ancestors of an element that cut off what is beyond their edges. An ancestor whose own containing block is
 * further out is not cut off by what is in between; what cannot be known for certain is left out, for then too many
 * cards are drawn, and not too few.
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
    // The window's own scrolling may be set on <body>.
    const isPage = node === node.ownerDocument.scrollingElement;
    if (node !== element && !isPage && axis.clips(style)) clippers.push(node);
    if (position === 'fixed' || node.matches(topLayer)) break;
  }
  return clippers;
}
