/** Start and end of a stretch, along the axis. */
export type Stretch = readonly [start: number, end: number];

/** What a line of cards measures: a row of the grid or, where it goes sideways, one card. In layout pixels. */
interface LineSize {
  /** Length of a card along the axis; 0 while it is not displayed. */
  readonly length: number;
  /** Space to the next line. */
  readonly gap: number;
  /** Cards in a line. */
  readonly columns: number;
}

/**
 * The direction in which a list goes on beyond its view. Screen pixels (of `getBoundingClientRect`) and layout pixels
 * (of styles, offsets and scroll positions) differ under `zoom` and `transform`: each function deals with one kind.
 */
export interface Axis {
  /** Start and end of a box, in screen pixels; mirrored where the list runs from right to left. */
  edges(box: DOMRectReadOnly): Stretch;
  /** Length of the grid, in layout pixels. */
  length(grid: HTMLElement): number;
  /** Whether a style cuts off what is beyond the edges of its element. */
  clips(style: CSSStyleDeclaration): boolean;
  measure(grid: HTMLElement, card: Element): LineSize;
  /** Makes room for the items that have no cards, in layout pixels. */
  pad(grid: HTMLElement, before: number, after: number): void;
  /** Puts a card that is kept far from the others where it would be among them. */
  place(card: HTMLElement, distance: number, column: number): void;
  /** Lays an element over a stretch of the grid that it is behind of. */
  cover(element: HTMLElement, start: number, length: number): void;
  /** Scrolls an element by a distance in its own layout pixels. */
  scrollBy(scroller: Element, distance: number): void;
  /** Scrolls to a card. */
  reveal(card: Element, position: ScrollLogicalPosition): void;
}

/** Pixels of a size in a style; 0 for one that is not displayed. */
const pixels = (size: string) => parseFloat(size) || 0;

/** Rows below each other, in a page or a box that scrolls. */
export const downwards: Axis = {
  edges: ({top, bottom}) => [top, bottom],
  length: ({offsetHeight}) => offsetHeight,
  clips: ({overflowY}) => overflowY !== 'visible',
  measure(grid, card) {
    const {gridTemplateColumns, rowGap} = getComputedStyle(grid);
    return {
      length: pixels(getComputedStyle(card).height),
      gap: pixels(rowGap),
      columns: gridTemplateColumns.split(' ').length,
    };
  },
  pad: ({style}, before, after) => (style.paddingBlock = `${before}px ${after}px`),
  place({style}, distance, column) {
    style.gridColumn = `${column + 1} / ${column + 2}`;
    style.top = `${distance}px`;
  },
  cover({style}, start, length) {
    style.inset = `${start}px 0 auto`;
    style.height = `${length}px`;
  },
  scrollBy: (scroller, top) => scroller.scrollBy({top, behavior: 'instant'}),
  reveal: (card, block) => card.scrollIntoView({block, behavior: 'instant'}),
};

/** Cards beside each other in a box of their own, which scrolls. */
export const sideways: Axis = {
  edges({left, right}) {
    return [left, right];
  },
  length: ({offsetWidth}) => offsetWidth,
  clips: ({overflowX}) => overflowX !== 'visible',
  measure: (grid, card) => ({
    length: pixels(getComputedStyle(card).width),
    gap: pixels(getComputedStyle(grid).columnGap),
    columns: 1,
  }),
  pad: ({style}, before, after) => (style.paddingInline = `${before}px ${after}px`),
  place: ({style}, distance) => (style.insetInlineStart = `${distance}px`),
  cover({style}, start, length) {
    style.insetBlock = '0';
    style.insetInlineStart = `${start}px`;
    style.width = `${length}px`;
  },
  scrollBy: (scroller, left) => scroller.scrollBy({left, behavior: 'instant'}),
  reveal: (card, inline) => card.scrollIntoView({block: 'nearest', inline, behavior: 'instant'}),
};

/** The same from right to left: a mirror image. */
export const leftwards: Axis = {
  ...sideways,
  edges: ({left, right}) => [-right, -left],
  scrollBy: (scroller, distance) => sideways.scrollBy(scroller, -distance),
};
