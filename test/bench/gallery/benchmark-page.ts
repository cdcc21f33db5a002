import {readFile, writeFile} from 'node:fs/promises';

const PAGE = new URL('../../../docs/benchmarks.md', import.meta.url);
const START = '<!-- Written by npm run bench -->';
const END = '<!-- End of what is written by npm run bench -->';

/** Puts the report between its markers in docs/benchmarks.md. */
export async function writeBenchmarks(report: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = split(page, START);
  const [, after] = split(rest, END);
  await writeFile(PAGE, `${before}${START}\n\n${report}\n\n${END}${after}`);
}

function split(text: string, marker: string): [before: string, after: string] {
  const [before, after, ...more] = text.split(marker);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`docs/benchmarks.md must contain "${marker}" once.`);
  }
  return [before, after];
}
