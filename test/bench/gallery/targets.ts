import {REFERENCE} from './contestants.js';
import type {FigureName} from './figures.js';
import type {Results} from './results.js';

/** A target and the measured value. */
export interface Verdict {
  readonly target: string;
  readonly measured: number | undefined;
  /** Undefined if it was not measured. */
  readonly isMet: boolean | undefined;
}

const SPARSE = 'ours-sparse';
const GROWN = 'ours-grown';
const FEATURED = 'ours-featured';
const OURS = [SPARSE, GROWN, 'ours-handed-over'];

const MOST_SCRIPT_BYTES = 15_000;
/** The number of videos for targets of the first load. */
export const SHORTEST = 50;
const LONGEST = 100_000;
/** Milliseconds of two frames at 60 Hz, rounded up. */
const TWO_FRAMES_MS = 33.4;

/** Compares the figures of a run with the targets. */
export function judge(
  results: Results,
  sizes: readonly number[],
  scriptBytes: number,
): readonly Verdict[] {
  const sparse = (count: number, name: FigureName) => results.figure(SPARSE, count, name);
  const overReference = (count: number, name: FigureName) =>
    ratio(sparse(count, name), results.figure(REFERENCE, count, name));
  const worst = (...names: FigureName[]) => {
    const figures = OURS.flatMap((id) =>
      sizes.flatMap((count) => names.map((name) => results.figure(id, count, name))),
    ).filter((figure) => figure !== undefined);
    return figures.length > 0 ? Math.max(...figures) : undefined;
  };
  const longestGrown = sizes.findLast((count) => results.figure(GROWN, count, 'heapMb'));
  const overShortest = (count: number, name: FigureName) =>
    ratio(sparse(count, name), sparse(SHORTEST, name));
  return [
    atMost(1, overReference(SHORTEST, 'firstCardMs'), 'first card at 50, × hand-written DOM'),
    atMost(
      1,
      overReference(SHORTEST, 'slowFirstCardMs'),
      'first card on a slow line, × hand-written DOM',
    ),
    atMost(
      1.1,
      ratio(
        results.figure(FEATURED, SHORTEST, 'slowFirstCardMs'),
        sparse(SHORTEST, 'slowFirstCardMs'),
      ),
      'first card on a slow line with features, × a plain one',
    ),
    atMost(0.5, overReference(1_000, 'firstCardMs'), 'first card at 1,000, × hand-written DOM'),
    atMost(1.1, overShortest(1_000, 'firstCardMs'), 'first card at 1,000, × that at 50'),
    atMost(1.1, overShortest(LONGEST, 'firstCardMs'), 'first card at 100,000, × that at 50'),
    atMost(12, sparse(SHORTEST, 'scriptMs'), 'script ms at 50'),
    atMost(1.1, overShortest(LONGEST, 'scriptMs'), 'script at 100,000, × that at 50'),
    atMost(2, overReference(SHORTEST, 'styleMs'), 'style at 50, × hand-written DOM'),
    atMost(1.3, overReference(SHORTEST, 'mainThreadMs'), 'main thread at 50, × hand-written DOM'),
    atMost(0.3, overReference(1_000, 'mainThreadMs'), 'main thread at 1,000, × hand-written DOM'),
    atMost(1_400, worst('nodes', 'nodesAtEnd'), 'DOM nodes at any size'),
    atMost(3.2, sparse(SHORTEST, 'heapMb'), 'js+dom MB at 50'),
    atMost(3.5, sparse(LONGEST, 'heapMb'), 'js+dom MB at 100,000 (sparse)'),
    atMost(5, sparse(LONGEST, 'heapAtEndMb'), 'js+dom MB at 100,000 (sparse), after a sweep'),
    atMost(
      8,
      longestGrown && results.figure(GROWN, longestGrown, 'heapMb'),
      `js+dom MB, grown page by page to ${longestGrown?.toLocaleString('en') ?? '–'}`,
    ),
    atMost(2, worst('updateMs', 'appendMs', 'selectMs'), 'ms of an update, append or select'),
    atMost(17, worst('wheelP95Ms'), 'steady wheel, p95 ms'),
    atMost(
      250,
      sparse(LONGEST, 'wheelThreadMs'),
      'steady wheel over 6,000 pixels at 100,000, main thread ms',
    ),
    atMost(0, worst('wheelBlankFrames'), 'steady wheel, blank frames'),
    atMost(TWO_FRAMES_MS, worst('sweepP95Ms'), 'sweep, p95 ms (two frames)'),
    atMost(0, worst('sweepBlankFrames'), 'sweep, blank frames'),
    atMost(0, worst('layoutShift'), 'layout shift with slow covers'),
    atMost(MOST_SCRIPT_BYTES, scriptBytes, 'script tag, bytes brotli'),
  ];
}

function atMost(limit: number, measured: number | undefined, what: string): Verdict {
  const target = `${what}: at most ${limit.toLocaleString('en')}`;
  return {target, measured, isMet: measured === undefined ? undefined : measured <= limit};
}

function ratio(value: number | undefined, base: number | undefined): number | undefined {
  return value !== undefined && base ? value / base : undefined;
}
