import {assert} from '@open-wc/testing/pure';
import {cardsOf, part} from '../support/page.js';
import {atRest, indexOf, nextFrame, within, type Scene} from './scene.js';
import {boxOf, describeSight, frameOf, isFilled, look} from './sight.js';

/** Invariants of every host page by name, in the order of their checks. */
export const invariants: Readonly<Record<string, (scene: Scene) => Promise<void> | void>> = {
  'is filled within a second, without a scroll': filled,
  'has three views of cards at most, and asks for no more': bounded,
  'has rows of one height': equalRows,
  'has its styles': styled,
  'is neither too narrow nor wider than its window': saneWidth,
  'is filled at the end, and shows the last video': reachesTheEnd,
  'has the focus on a card in view': focusesInView,
  'throws nothing': throwsNothing,
};

async function filled(scene: Scene) {
  try {
    await within('filled', () => isFilled(scene));
  } catch (error) {
    throw new Error(`${String(error)} ${describeSight(scene)}`, {cause: error});
  }
}

/** Number of cards that fill three views, rounded up to lines. */
function mostCards({list, view}: Scene) {
  const [card] = cardsOf(list);
  if (!card) throw new Error('There is no card.');
  const {width, height} = boxOf(card);
  if (list.layout === 'row') return Math.ceil((3 * innerWidth) / width) + 2;
  const {gridTemplateColumns} = view.getComputedStyle(part(list, 'grid'));
  const columns = gridTemplateColumns.split(' ').length;
  return (Math.ceil((3 * innerHeight) / height) + 2) * columns;
}

async function bounded(scene: Scene) {
  await atRest(scene.list);
  const most = mostCards(scene);
  assert.isAtMost(cardsOf(scene.list).length, most, 'cards');
  const mostPages = Math.ceil(most / scene.list.pageSize) + 2;
  assert.isAtMost(new Set(scene.requests).size, mostPages, 'pages');
  // A situation that refreshes the list requests the same pages again.
  assert.isAtMost(scene.requests.length, 2 * mostPages, 'requests');
}

function equalRows({list}: Scene) {
  const heights = new Set(cardsOf(list).map(({offsetHeight}) => offsetHeight));
  assert.equal(heights.size, 1, [...heights].join());
  assert.isAbove([...heights][0] ?? 0, 60);
}

function styled({list, view}: Scene) {
  assert.equal(view.getComputedStyle(part(list, 'grid')).display, 'grid');
  const card = cardsOf(list).find(({video}) => video)!;
  assert.equal(view.getComputedStyle(part(card, 'thumbnail')).display, 'block');
  const badge = part(card, 'badge');
  assert.include(view.getComputedStyle(badge).display, 'flex');
  assert.isAtLeast(parseFloat(view.getComputedStyle(part(card, 'title')).fontSize), 12);
  assert.isAtLeast(parseFloat(view.getComputedStyle(part(card, 'duration')).fontSize), 11);
}

function saneWidth({list, view}: Scene) {
  const {width} = boxOf(list);
  assert.isAtLeast(width, Math.min(230, view.innerWidth - 60), 'at least');
  assert.isAtMost(width, view.innerWidth, 'at most');
}

/** All scroll containers of a list, from the list to the top window. */
function scrollersOf({list, view}: Scene): Element[] {
  const scrollers: Element[] = list.layout === 'row' ? [part(list, 'shelf')] : [];
  for (let node: Node | null = list; node; node = parentOf(node)) {
    if (node instanceof view.Element) scrollers.push(node);
  }
  if (frameOf(view)) scrollers.push(document.scrollingElement!);
  return scrollers;
}

const parentOf = (node: Node) =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;

/** Goes to the end of the list by dragging scrollbars, as often as necessary. */
async function goToEnd(scene: Scene) {
  const isRow = scene.list.layout === 'row';
  const direction = scene.view.getComputedStyle(scene.list).direction === 'rtl' ? -1 : 1;
  for (const scroller of scrollersOf(scene)) {
    const {scrollHeight, scrollWidth} = scroller;
    if (isRow) scroller.scrollTo({left: direction * scrollWidth, behavior: 'instant'});
    else scroller.scrollTo({top: scrollHeight, behavior: 'instant'});
  }
  // A scaled-down list leaves a part of its layout empty.
  const {bottom} = boxOf(scene.list);
  if (!isRow && bottom < 0) window.scrollBy({top: bottom - innerHeight, behavior: 'instant'});
  await nextFrame();
}

async function reachesTheEnd(scene: Scene) {
  const {list, total} = scene;
  const isThere = () => look(scene).indexes.includes(total - 1) || hasLast(list, total);
  for (let turn = 0; turn < 40 && !(isThere() && isFilled(scene)); turn++) await goToEnd(scene);
  assert.isTrue(hasLast(list, total), `The last card is there: ${describeSight(scene)}`);
  await within(`filled at the end: ${describeSight(scene)}`, () => isFilled(scene));
  await within('loaded at the end', () => cardsOf(list).every(({video}) => video), 3000);
}

const hasLast = (list: Element, total: number) =>
  cardsOf(list).some((card) => indexOf(card) === total - 1);

async function focusesInView(scene: Scene) {
  const {list} = scene;
  list.focus();
  await within('a card has the focus', () => !!list.shadowRoot!.activeElement);
  await atRest(list);
  const focused = list.shadowRoot!.activeElement!;
  assert.equal(focused.part.value, 'card');
  const {top, bottom, left, right} = boxOf(focused);
  const frame = frameOf(scene.view)?.getBoundingClientRect();
  const y = (frame?.top ?? 0) + top;
  const x = (frame?.left ?? 0) + left;
  assert.isBelow(y, innerHeight, 'above the end of the view');
  assert.isAbove(y + bottom - top, 0, 'below the start of the view');
  assert.isBelow(x, innerWidth);
  assert.isAbove(x + right - left, 0);
}

function throwsNothing({faults}: Scene) {
  assert.deepEqual(faults, []);
}
