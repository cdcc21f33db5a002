import {parseArgs} from 'node:util';
import {CONTESTANTS, REFERENCE} from './contestants.js';

/** Options of a run. */
export interface Options {
  /** Number of rounds. Each measures every contestant once. */
  readonly runs: number;
  /** Numbers of videos to measure with. */
  readonly sizes: readonly number[];
  /** Ids of the contestants to measure. */
  readonly only: readonly string[];
  /** The folder with our build. */
  readonly build: string;
  /** Whether the tables are written to docs/benchmarks.md. Default: only those of a complete run. */
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

/** A name selects all ids that begin with it; the reference is always included. */
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
