import {cardsOf, part} from '../support/page.js';
import {indexOf, type Scene} from './scene.js';

/** Factor by which the box of an element is too small, because some browsers remove `zoom` from it. */
function missingZoom(element: Element): number {
  if ('currentCSSZoom' in element) return 1;
  const {zoom} = getComputedStyle(element);
  const root = (element as Element).getRootNode();
  const next = (element as Element).parentElement ?? (root as ShadowRoot).host;
  return (Number(zoom) || 1) * (next ? missingZoom(next) : 1);
}

/** The box of an element as it is on the screen. */
export function boxOf(element: Element): DOMRect {
  const {x, y, width, height} = element.getBoundingClientRect();
  const zoom = missingZoom(element);
  const {scrollX, scrollY} = element.ownerDocument.defaultView!;
  const left = (x + scrollX) * zoom - scrollX;
  const top = (y + scrollY) * zoom - scrollY;
  return new DOMRect(left, top, width * zoom, height * zoom);
}

/** The frame of a scene. The page of the test may be in a frame too. */
export const frameOf = (view: Window) => (view === window ? null : view.frameElement);

/** Distance of the checked points in pixels. */
const STEP = 6;

/** The visible part of a list along a line through its cards. */
export interface Sight {
  /** Indexes of the cards on the line, in order. */
  readonly indexes: readonly number[];
  /** The longest part of the list without a card, in screen pixels. */
  readonly blank: number;
  /** Gap between two cards in screen pixels. */
  readonly gap: number;
}

/** The card at a point of the screen; null if the list has no card there, undefined outside of the list. */
function cardUnder({list, view}: Scene, x: number, y: number): Element | null | undefined {
  // Points in an iframe are relative to its corner.
  const frame = frameOf(view)?.getBoundingClientRect();
  const [left, top] = [x - (frame?.left ?? 0), y - (frame?.top ?? 0)];
  if (frame && document.elementFromPoint(x, y) !== frameOf(view)) return undefined;
  const {ownerDocument} = list;
  const root = list.getRootNode() as Document | ShadowRoot;
  if (ownerDocument.elementFromPoint(left, top) === null) return undefined;
  if (root.elementFromPoint(left, top) !== list) return undefined;
  const inner = list.shadowRoot!.elementFromPoint(left, top);
  const card = inner?.closest('[part~=card]');
  if (card) return card;
  return inner?.matches('[part=grid], [part=shelf], .frame') ? null : undefined;
}

/** Checks a list along its first column or, if it is horizontal, along its covers. */
export function look(scene: Scene): Sight {
  const {list, view} = scene;
  const frame = frameOf(view)?.getBoundingClientRect();
  const isRow = list.layout === 'row';
  const [sample] = cardsOf(list);
  if (!sample) return {indexes: [], blank: Infinity, gap: 0};
  const card = boxOf(sample);
  const scale = card.height / sample.offsetHeight || 1;
  const {rowGap, columnGap} = view.getComputedStyle(part(list, 'grid'));
  const gap = parseFloat(isRow ? columnGap : rowGap) * scale;
  const across = isRow
    ? card.top + (frame?.top ?? 0) + card.height / 3
    : card.left + (frame?.left ?? 0) + card.width / 2;
  const length = isRow ? innerWidth : innerHeight;
  const indexes = new Set<number>();
  let blank = 0;
  let run = 0;
  for (let along = 1; along < length; along += STEP) {
    const [x, y] = isRow ? [along, across] : [across, along];
    const found = cardUnder(scene, x, y);
    run = found === null ? run + STEP : 0;
    blank = Math.max(blank, run);
    if (found) indexes.add(indexOf(found));
  }
  return {indexes: [...indexes], blank, gap};
}

/** Whether the whole visible part of a list has cards or skeletons. */
export function isFilled(scene: Scene): boolean {
  const {indexes, blank, gap} = look(scene);
  return indexes.length > 0 && blank <= gap + 2 * STEP;
}

/** Describes the visible part, for failing tests. */
export function describeSight(scene: Scene): string {
  const {indexes, blank} = look(scene);
  const {scrollX, scrollY} = window;
  const all = cardsOf(scene.list).map(indexOf);
  return `in view ${indexes.join()}, blank ${blank} px, ${all.length} cards (${all[0]} to ${all.at(-1)}), scrolled to ${scrollX}/${Math.round(scrollY)}`;
}
