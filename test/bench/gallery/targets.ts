import {REFERENCE} from './contestants.js';
import type {FigureName} from './figures.js';
import type {Results} from './results.js';

/** What we want to see, and what was seen. */
export interface Verdict {
  readonly target: string;
  readonly measured: number | undefined;
  /** Undefined where nothing was measured. */
  readonly isMet: boolean | undefined;
}

const SPARSE = 'ours-sparse';
const GROWN = 'ours-grown';
const OURS = [SPARSE, GROWN, 'ours-handed-over'];

const MOST_SCRIPT_BYTES = 16_000;
const LONGEST = 100_000;
/** Milliseconds of two frames at 60 Hz, rounded up. */
const TWO_FRAMES_MS = 33.4;

/** Looks for what we want to see in the figures of a run. */
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
  return [
    atMost(1.2, overReference(50, 'firstCardMs'), 'first card at 50, × hand-written DOM'),
    atMost(0.5, overReference(1_000, 'firstCardMs'), 'first card at 1,000, × hand-written DOM'),
    atMost(12, sparse(50, 'scriptMs'), 'script ms at 50'),
    atMost(
      1.3,
      ratio(sparse(LONGEST, 'scriptMs'), sparse(50, 'scriptMs')),
      'script at 100,000, × that at 50',
    ),
    atMost(1.1, overReference(50, 'mainThreadMs'), 'main thread at 50, × hand-written DOM'),
    atMost(0.3, overReference(1_000, 'mainThreadMs'), 'main thread at 1,000, × hand-written DOM'),
    atMost(1_500, worst('nodes', 'nodesAtEnd'), 'DOM nodes at any size'),
    atMost(
      1.3,
      ratio(sparse(LONGEST, 'firstCardMs'), sparse(50, 'firstCardMs')),
      'first card at 100,000 (sparse), × that at 50',
    ),
    atMost(5, sparse(LONGEST, 'heapMb'), 'js+dom MB at 100,000 (sparse)'),
    atMost(5, sparse(LONGEST, 'heapAtEndMb'), 'js+dom MB at 100,000 (sparse), after a sweep'),
    atMost(
      6,
      longestGrown && moreThanRecords(results, longestGrown),
      `js+dom MB above the decoded records, grown page by page to ${longestGrown ?? '–'}`,
    ),
    atMost(2, worst('updateMs', 'appendMs', 'selectMs'), 'ms of an update, append or select'),
    atMost(17, worst('wheelP95Ms'), 'steady wheel, p95 ms'),
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

function moreThanRecords(results: Results, count: number): number | undefined {
  const [held, records] = [results.figure(GROWN, count, 'heapMb'), results.recordsMb(count)];
  return held !== undefined && records !== undefined ? held - records : undefined;
}
