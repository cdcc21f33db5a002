/** What a line of cards measures: a row of the grid or, where it goes sideways, one card. */
export interface LineSize {
  /** Pixels of a card, along the axis; 0 while it is not drawn. */
  readonly length: number;
  /** Pixels to the next line. */
  readonly gap: number;
  /** Cards in a line. */
  readonly columns: number;
}

/** The direction in which a list goes on beyond its view. */
export interface Axis {
  /** Pixels of the view. */
  viewLength(grid: HTMLElement): number;
  /** Where the list begins, in pixels from where the view does: below 0 once the reader has scrolled. */
  begin(grid: HTMLElement): number;
  /** Where what the reader really sees begins, in pixels from where the view does. */
  clip(grid: HTMLElement): number;
  measure(grid: HTMLElement, card: Element): LineSize;
  /** Makes room for what has no cards. */
  pad(grid: HTMLElement, before: number, after: number): void;
  /** Puts a card that is kept far from the others where it would be among them. */
  place(card: HTMLElement, distance: number, column: number): void;
  /** Brings a card into view. */
  reveal(card: Element, position: ScrollLogicalPosition): void;
}

/** Rows below each other, in a page or a box that scrolls: for the view, the window's height will do. */
export const downwards: Axis = {
  viewLength: () => innerHeight,
  begin: (grid) => grid.getBoundingClientRect().top,
  // The window, or an ancestor that cuts off what is scrolled out of it.
  clip: (grid) =>
    Math.max(
      0,
      ...ancestorsOf(grid)
        .filter((node) => node instanceof Element)
        .filter((element) => getComputedStyle(element).overflowY !== 'visible')
        .map((element) => element.getBoundingClientRect().top),
    ),
  measure(grid, card) {
    const {gridTemplateColumns, rowGap} = getComputedStyle(grid);
    return {
      length: card.getBoundingClientRect().height,
      gap: parseFloat(rowGap) || 0,
      columns: gridTemplateColumns.split(' ').length,
    };
  },
  pad: ({style}, before, after) => (style.paddingBlock = `${before}px ${after}px`),
  place({style}, distance, column) {
    style.gridColumn = `${column + 1} / ${column + 2}`;
    style.top = `${distance}px`;
  },
  reveal: (card, block) => card.scrollIntoView({block}),
};

/** Cards beside each other in a box of their own, which scrolls. */
export const sideways: Axis = {
  viewLength: ({parentElement}) => parentElement!.clientWidth,
  // From right to left it scrolls below 0.
  begin: ({parentElement}) => -Math.abs(parentElement!.scrollLeft),
  clip: () => 0,
  measure: (grid, card) => ({
    length: card.getBoundingClientRect().width,
    gap: parseFloat(getComputedStyle(grid).columnGap) || 0,
    columns: 1,
  }),
  pad: ({style}, before, after) => (style.paddingInline = `${before}px ${after}px`),
  place: ({style}, distance) => (style.insetInlineStart = `${distance}px`),
  reveal: (card, inline) => card.scrollIntoView({block: 'nearest', inline}),
};

/** All that a node is in on the screen: through slots, and out of shadow roots. */
export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  let next: Node | null = node;
  while ((next = (next as Element).assignedSlot ?? next.parentNode ?? (next as ShadowRoot).host)) {
    ancestors.push(next);
  }
  return ancestors;
}
