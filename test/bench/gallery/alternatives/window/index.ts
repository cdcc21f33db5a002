/** A hand-written window over pages: a grid with fixed geometry that fetches only the visible pages. */
import {createCard, makeSelectable, setTitle} from '../shared/dom-card.js';
import {openGallery} from '../shared/gallery.js';
import {columnsIn, heightOf, ROW_HEIGHT} from '../shared/geometry.js';
import {PAGE_SIZE} from '../shared/more-videos.js';
import {PageCache} from './page-cache.js';

/** Rows that are rendered above and below the viewport. */
const OVERSCAN = 3;

const host = openGallery();
const columns = columnsIn(host);
const grid = document.createElement('div');
grid.className = 'grid';
host.append(grid);
const pages = new PageCache(host.dataset['pages']!, draw);
/** The rendered cards by index. */
let drawn = new Map<number, Element>();
let extraCount = 0;

addEventListener('scroll', draw);
pages.keep(0, 0);

function draw(): void {
  const count = pages.total + extraCount;
  const rows = Math.ceil(count / columns);
  const top = scrollY - host.offsetTop;
  const clamp = (row: number) => Math.min(Math.max(row, 0), rows);
  const firstRow = clamp(Math.floor(top / ROW_HEIGHT) - OVERSCAN);
  const lastRow = clamp(Math.ceil((top + innerHeight) / ROW_HEIGHT) + OVERSCAN);
  const [first, end] = [firstRow * columns, Math.min(lastRow * columns, count)];
  host.style.blockSize = `${heightOf(rows)}px`;
  grid.style.paddingBlockStart = `${firstRow * ROW_HEIGHT}px`;
  pages.keep(first, Math.min(end, pages.total) - 1);
  arrange(first, end);
}

function arrange(first: number, end: number): void {
  const before = drawn;
  drawn = new Map();
  for (let index = first; index < end; index++) drawn.set(index, cardAt(index, before.get(index)));
  for (const [index, card] of before) if (drawn.get(index) !== card) card.remove();
  let next = grid.firstElementChild;
  for (const card of drawn.values()) {
    if (card === next) next = card.nextElementSibling;
    else grid.insertBefore(card, next);
  }
}

function cardAt(index: number, present: Element | undefined): Element {
  const video = pages.at(index % pages.total);
  const isUpToDate = video ? present?.classList.contains('card') : present;
  if (present && isUpToDate) return present;
  return video ? createCard(video) : createSkeleton();
}

function createSkeleton(): Element {
  const skeleton = document.createElement('div');
  skeleton.className = 'skeleton';
  skeleton.innerHTML = '<span class="thumbnail"></span><span class="body"></span>';
  return skeleton;
}

const select = makeSelectable(grid);
window.gallery = {
  update(n) {
    pages.rename(1, `Another title, number ${n}`);
    setTitle(drawn.get(1)!, `Another title, number ${n}`);
  },
  append() {
    extraCount += PAGE_SIZE;
    draw();
  },
  select,
};
