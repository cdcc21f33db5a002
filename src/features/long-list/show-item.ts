import {fetchVideoIndex} from '../../data/fetch-video-index.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import type {Cards, ListContext} from '../feature.js';
import {ancestorsOf} from '../window/ancestors.js';

/** Maximum number of attempts, because cards get a new layout after a jump, and a page may have several sticky bars. */
const ATTEMPTS = 4;

/** Milliseconds to wait for a frame, because a hidden tab does not render. */
const FRAME = 100;

/** Scrolls to a video, by its id or its index, until its whole cover is visible. */
export async function showItem(
  context: ListContext,
  cards: Cards,
  target: string | number,
): Promise<boolean> {
  const index = typeof target === 'string' ? await findIndex(context, target) : target;
  if (!Number.isInteger(index) || index < 0 || index >= context.store.state.items.length) {
    return false;
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const card = await cards.reveal(index);
    if (!card) return false;
    if (attempt > 0) showCover(card, context.list);
    await frame();
  }
  return true;
}

/** Index of a video in the list; -1 if it is not known. */
async function findIndex({store, run}: ListContext, id: string): Promise<number> {
  const {items, query, paging, total} = store.state;
  const index = items.indexOf(id);
  if (index >= 0 || !query || !store.capabilities.index) return index;
  if (paging !== 'pages' && total === undefined) return -1;
  const found = await fetchVideoIndex(query, id);
  if (paging !== 'pages' || found < 0) return found;
  await run((options) => store.turnTo(Math.floor(found / query.pageSize) + 1, options));
  return store.state.items.indexOf(id);
}

/**
 * Scrolls until sticky elements at the edges of the view do not cover the cover of a card. Browsers respect
 * `scroll-padding` and `scroll-margin` of the page, but most pages do not set them.
 */
function showCover(card: VideoCardElement, list: Element): void {
  const cover = card.renderRoot.querySelector<HTMLElement>('[part=thumbnail]');
  if (!cover) return;
  const {top, bottom, left, width} = cover.getBoundingClientRect();
  const middle = left + width / 2;
  const above = barAt(list, middle, top + 1);
  const below = barAt(list, middle, bottom - 1);
  if (!above && !below) return;
  const {style} = cover;
  const own = getComputedStyle(card);
  const margin = (text: string, distance: number) =>
    `${(parseFloat(text) || 0) + Math.max(0, distance)}px`;
  if (above) {
    const {height} = above.getBoundingClientRect();
    style.scrollMarginBlockStart = margin(own.scrollMarginBlockStart, height);
  }
  if (below) {
    const {height} = below.getBoundingClientRect();
    style.scrollMarginBlockEnd = margin(own.scrollMarginBlockEnd, height);
  }
  cover.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
  style.scrollMarginBlock = '';
}

/** The sticky element at an edge of the view that covers a point of the list. */
function barAt(list: Element, x: number, y: number): Element | undefined {
  const hit = list.ownerDocument.elementFromPoint(x, y);
  if (!hit || hit === list) return undefined;
  const around = new Set<Node>(ancestorsOf(list));
  let bar: Element | undefined;
  for (let node: Element | null = hit; node && !around.has(node); node = node.parentElement) {
    if (/sticky|fixed/.test(getComputedStyle(node).position)) bar = node;
  }
  return bar;
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, FRAME);
  });
}
