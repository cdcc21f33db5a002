/** Start and end of a range on the axis. */
export type Stretch = readonly [start: number, end: number];

/** Size of a line of cards: a row of the grid or, in a horizontal list, one card. In layout pixels. */
interface LineSize {
  /** Length of a card on the axis; 0 while it is not displayed. */
  readonly length: number;
  /** Gap to the next line. */
  readonly gap: number;
  /** Number of cards in a line. */
  readonly columns: number;
}

/**
 * The scroll direction of a list. Screen pixels (of `getBoundingClientRect`) and layout pixels (of styles, offsets and
 * scroll positions) differ with `zoom` and `transform`, so each function uses one kind only.
 */
export interface Axis {
  /** Start and end of a box in screen pixels; mirrored if the list runs from right to left. */
  edges(box: DOMRectReadOnly): Stretch;
  /** Length of the grid, in layout pixels. */
  length(grid: HTMLElement): number;
  /** Whether a style clips the content of its element. */
  clips(style: CSSStyleDeclaration): boolean;
  measure(grid: HTMLElement, card: Element): LineSize;
  /** Reserves space for the items without cards, in layout pixels. */
  pad(grid: HTMLElement, before: number, after: number): void;
  /** Positions a card outside of the view where it would be in the list. */
  place(card: HTMLElement, distance: number, column: number): void;
  /** Positions an element over a range of the grid. */
  cover(element: HTMLElement, start: number, length: number): void;
  /** Scrolls an element by a distance in its own layout pixels. */
  scrollBy(scroller: Element, distance: number): void;
  /** Scrolls to a card. */
  reveal(card: Element, position: ScrollLogicalPosition): void;
}

/** A computed size in pixels; 0 for an element that is not displayed. */
const pixels = (size: string) => parseFloat(size) || 0;

/** Rows below each other, in a page or a scroll container. */
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

/** Cards beside each other in a scroll container. */
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

/** Cards beside each other, from right to left. */
export const leftwards: Axis = {
  ...sideways,
  edges: ({left, right}) => [-right, -left],
  scrollBy: (scroller, distance) => sideways.scrollBy(scroller, -distance),
};
