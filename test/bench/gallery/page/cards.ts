/** Finds the cards of a contestant: ours in its shadow root, all others in the document. */

/** The properties of our card that the probe reads. */
type ListCard = HTMLElement & {readonly video?: unknown; readonly skeleton?: boolean};

const CARD = '.card, video-card';
const CARD_OR_SKELETON = `${CARD}, .skeleton, [part~="skeleton"]`;

/** The cards that show a video, in document order. */
export function drawnCards(): Element[] {
  return [...galleryRoot().querySelectorAll<ListCard>(CARD)].filter(isDrawn);
}

/** Whether the cover of a card is loaded and decodable. */
export function hasCover(card: Element): boolean {
  const image = inside(card).querySelector('img');
  return !!image?.complete && image.naturalWidth > 0;
}

/** The title on a card. */
export function titleOf(card: Element): string {
  return inside(card).querySelector('.title, [part="title"]')?.textContent?.trim() ?? '';
}

/**
 * Whether a part of a gallery is visible at a point: a card, a skeleton, or a background image that imitates skeletons
 * (cheaper than a thousand elements).
 */
export function isCovered(x: number, y: number): boolean {
  const hit = deepestAt(x, y);
  if (closest(hit, (element) => element.matches(CARD_OR_SKELETON))) return true;
  // Some galleries exclude their rows from hit testing during scrolling.
  const pieces = [...galleryRoot().querySelectorAll(CARD_OR_SKELETON)];
  return pieces.some((piece) => isWithin(piece, x, y)) || !!closest(hit, isPainted);
}

function deepestAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inner = hit?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === hit) return hit;
    hit = inner;
  }
}

/** Like `Element.closest`, through shadow roots, up to the body. */
function closest(from: Element | null, isWanted: (element: Element) => boolean): Element | null {
  for (let element = from; element && element !== document.body; element = parentOf(element)) {
    if (isWanted(element)) return element;
  }
  return null;
}

function isWithin(element: Element, x: number, y: number): boolean {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  return left <= x && x < right && top <= y && y < bottom;
}

function isDrawn(card: ListCard): boolean {
  if (card.localName !== 'video-card') return true;
  return !!card.video && !card.skeleton && !!card.shadowRoot?.firstElementChild;
}

function galleryRoot(): ParentNode {
  return document.querySelector('video-list')?.shadowRoot ?? document;
}

function inside(card: Element): ParentNode {
  return card.shadowRoot ?? card;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function isPainted(element: Element): boolean {
  return [undefined, '::before', '::after'].some((pseudo) => {
    const {backgroundImage, content} = getComputedStyle(element, pseudo);
    return backgroundImage !== 'none' && (!pseudo || content !== 'none');
  });
}
