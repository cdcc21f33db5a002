import {parseArgs} from 'node:util';
import {CONTESTANTS, REFERENCE} from './contestants.js';

/** What a run is to do. */
export interface Options {
  /** Rounds in which every contestant is measured once. */
  readonly runs: number;
  /** Numbers of videos. */
  readonly sizes: readonly number[];
  /** Ids of contestants. */
  readonly only: readonly string[];
  /** The folder of the build of ours that is measured. */
  readonly build: string;
  /** Whether docs/benchmarks.md gets the tables: by default only those of a whole run. */
  readonly writesPage: boolean;
}

const RUNS = 5;
const SIZES = [50, 1_000, 10_000, 100_000];

/** Reads the command line: `--runs 5 --sizes 50,1000 --only ours,dom --build dist --docs`. */
export function readOptions(args: readonly string[]): Options {
  const {values} = parseArgs({
    args: [...args],
    options: {
      runs: {type: 'string', default: String(RUNS)},
      sizes: {type: 'string', default: SIZES.join(',')},
      only: {type: 'string', default: ''},
      build: {type: 'string', default: 'dist'},
      docs: {type: 'boolean', default: false},
    },
  });
  const runs = wholeNumber(values.runs);
  const sizes = values.sizes.split(',').map(wholeNumber);
  const only = contestantIds(values.only.split(',').filter(Boolean));
  const isWhole = runs >= RUNS && SIZES.every((size) => sizes.includes(size)) && !values.only;
  return {runs, sizes, only, build: values.build, writesPage: values.docs || isWhole};
}

/** `ours` stands for all that begin with it; the reference is always there. */
function contestantIds(names: readonly string[]): string[] {
  const ids = CONTESTANTS.map(({id}) => id);
  const unknown = names.filter((name) => !ids.some((id) => id.startsWith(name)));
  if (unknown.length > 0) {
    throw new Error(`--only may name ${ids.join(', ')}; it names ${unknown.join(', ')}.`);
  }
  if (names.length === 0) return ids;
  return ids.filter((id) => id === REFERENCE || names.some((name) => id.startsWith(name)));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${text}" is no whole number.`);
  return number;
}
