/** What is measured, by name. */
export type FigureName =
  // Until the first screen is complete.
  | 'firstCardMs'
  | 'firstScreenMs'
  | 'scriptMs'
  | 'styleMs'
  | 'layoutMs'
  | 'mainThreadMs'
  | 'longTasks'
  | 'longTasksMs'
  // On a slow line.
  | 'slowFirstCardMs'
  | 'slowFirstScreenMs'
  | 'slowKb'
  // Of the whole list, at its top, and after the sweep at its end.
  | 'nodes'
  | 'nodesAtEnd'
  | 'heapMb'
  | 'heapAtEndMb'
  // While it scrolls.
  | 'wheelP95Ms'
  | 'wheelBlankFrames'
  | 'wheelThreadMs'
  | 'sweepP95Ms'
  | 'sweepBlankFrames'
  | 'layoutShift'
  | 'missesEnd'
  // Of a change.
  | 'updateMs'
  | 'appendMs'
  | 'selectMs';

/** Figures whose worst visit counts, because they must be right every time. Of all others the median counts. */
const WORST_COUNTS: readonly FigureName[] = [
  'wheelBlankFrames',
  'sweepBlankFrames',
  'layoutShift',
  'missesEnd',
];

/** The figures of one visit, or combined figures of several. */
export type Figures = {readonly [Name in FigureName]?: number};

/** The median of numbers; undefined of none. */
export function median(numbers: readonly number[]): number | undefined {
  return percentile(numbers, 0.5);
}

/** The number below which a share of numbers lies; undefined of none. */
export function percentile(numbers: readonly number[], share: number): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];
}

/** Combines the figures of several visits. */
export function summarize(visits: readonly Figures[]): Figures {
  const names = new Set(visits.flatMap((figures) => Object.keys(figures) as FigureName[]));
  const entries = [...names].map((name) => {
    const numbers = visits.map((figures) => figures[name]).filter((number) => number !== undefined);
    return [name, WORST_COUNTS.includes(name) ? percentile(numbers, 1) : median(numbers)] as const;
  });
  return Object.fromEntries(entries);
}
