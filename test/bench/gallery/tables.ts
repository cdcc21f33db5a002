/** The figures of a run as Markdown. */
import {REFERENCE, type Contestant} from './contestants.js';
import type {FigureName} from './figures.js';
import type {Results} from './results.js';
import type {Verdict} from './targets.js';

/** A column: the text of a contestant's cell for one number of videos. */
interface Column {
  readonly title: string;
  readonly cell: (figures: FigureReader) => string;
}

/** Reads the figures of a contestant, or of the reference, for one number of videos. */
interface FigureReader {
  readonly of: (name: FigureName) => number | undefined;
  readonly ofReference: (name: FigureName) => number | undefined;
}

const NOTHING = '–';

const LOAD: readonly Column[] = [
  {title: 'script ms', cell: plain('scriptMs', 1)},
  {title: 'layout and style ms', cell: plain('layoutMs', 1)},
  {title: 'style ms', cell: plain('styleMs', 1)},
  {title: 'main thread', cell: compared('mainThreadMs')},
  {title: 'first card', cell: compared('firstCardMs')},
  {title: 'first screen', cell: compared('firstScreenMs')},
  {title: 'long tasks', cell: counted('longTasks', 'longTasksMs')},
];

const HOLD: readonly Column[] = [
  {title: 'nodes', cell: plain('nodes')},
  {title: 'nodes after the sweep', cell: plain('nodesAtEnd')},
  {title: 'js+dom MB', cell: plain('heapMb', 1)},
  {title: 'js+dom MB after the sweep', cell: plain('heapAtEndMb', 1)},
];

const SCROLL: readonly Column[] = [
  {title: 'wheel p95 ms', cell: plain('wheelP95Ms', 1)},
  {title: 'blank frames', cell: plain('wheelBlankFrames')},
  {title: 'main thread ms of the wheel', cell: plain('wheelThreadMs')},
  {title: 'sweep p95 ms', cell: plain('sweepP95Ms', 1)},
  {title: 'blank frames', cell: plain('sweepBlankFrames')},
  {title: 'end shown', cell: endShown},
  {title: 'layout shift', cell: plain('layoutShift', 3)},
];

const CHANGE: readonly Column[] = [
  {title: 'update ms', cell: plain('updateMs', 1)},
  {title: 'append ms', cell: plain('appendMs', 1)},
  {title: 'select ms', cell: plain('selectMs', 1)},
];

const SLOW_LINE: readonly Column[] = [
  {title: 'scripts, kB', cell: plain('slowKb', 1)},
  {title: 'first card', cell: compared('slowFirstCardMs')},
  {title: 'first screen', cell: compared('slowFirstScreenMs')},
];

/** The times of the first cards on a slow connection. */
export function slowLineTable(
  results: Results,
  contestants: readonly Contestant[],
  count: number,
): string {
  const head = [`at ${grouped(count)}`, ...SLOW_LINE.map(({title}) => title)];
  const lines = contestants.map(({id, title}) =>
    row([title, ...SLOW_LINE.map(({cell}) => cell(readerOf(results, id, count)))]),
  );
  return [
    'On a line of 1.6 Mbit/s and 150 ms:',
    [row(head), row(head.map(() => '---')), ...lines].join('\n'),
  ].join('\n\n');
}

/** All tables of figures. */
export function figureTables(
  results: Results,
  contestants: readonly Contestant[],
  sizes: readonly number[],
  scriptKb: (contestant: Contestant) => string,
): string {
  const table = (columns: readonly Column[], rows: readonly Contestant[], isFirst = false) => {
    const head = [`at ${sizes.map(grouped).join(' / ')}`, ...columns.map(({title}) => title)];
    if (isFirst) head.splice(1, 0, 'JS, kB brotli');
    const lines = rows.map((contestant) => {
      const cells = columns.map(({cell}) =>
        sizes.map((count) => cell(readerOf(results, contestant.id, count))).join(' / '),
      );
      if (isFirst) cells.unshift(scriptKb(contestant));
      return row([contestant.title, ...cells]);
    });
    return [row(head), row(head.map(() => '---')), ...lines].join('\n');
  };
  const changeable = contestants.filter(({changes}) => changes);
  return [
    'Until the first screen is complete, covers and all:',
    table(LOAD, contestants, true),
    'What the whole list holds, at its top and, after a sweep, at its end:',
    table(HOLD, contestants),
    'Scrolling, with covers that take 300 ms to arrive:',
    table(SCROLL, contestants),
    'Script, style and layout of a change: one title in view, 50 videos more, a card picked:',
    table(CHANGE, changeable),
  ].join('\n\n');
}

/** The targets, and whether they are met. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const lines = verdicts.map(({target, measured, isMet}) =>
    row([target, rounded(measured, 2), isMet === undefined ? NOTHING : isMet ? 'yes' : '**no**']),
  );
  return [row(['Target', 'Measured', 'Met']), row(['---', '---', '---']), ...lines].join('\n');
}

function readerOf(results: Results, id: string, count: number): FigureReader {
  return {
    of: (name) => results.figure(id, count, name),
    ofReference: (name) => results.figure(REFERENCE, count, name),
  };
}

function plain(name: FigureName, digits = 0) {
  return ({of}: FigureReader) => rounded(of(name), digits);
}

/** The ratio to the reference, and the milliseconds. */
function compared(name: FigureName) {
  return ({of, ofReference}: FigureReader) => {
    const [value, base] = [of(name), ofReference(name)];
    if (value === undefined) return NOTHING;
    const ms = `${rounded(value, 0)} ms`;
    return base ? `${(value / base).toFixed(2)} (${ms})` : ms;
  };
}

/** Whether the last card was rendered at the end. */
function endShown({of}: FigureReader): string {
  const misses = of('missesEnd');
  return misses === undefined ? NOTHING : misses ? '**no**' : 'yes';
}

/** The count and, if it is not 0, the milliseconds. */
function counted(count: FigureName, ms: FigureName) {
  return ({of}: FigureReader) => {
    const number = of(count);
    return number ? `${number} (${rounded(of(ms), 0)} ms)` : rounded(number, 0);
  };
}

function rounded(value: number | undefined, digits: number): string {
  if (value === undefined) return NOTHING;
  return value.toLocaleString('en', {maximumFractionDigits: digits});
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
