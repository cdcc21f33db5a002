import {readFile, writeFile} from 'node:fs/promises';

const README = new URL('../../../README.md', import.meta.url);
const START = '<!-- Written by npm run bench -->';
const END = '<!-- End of what is written by npm run bench -->';

/** Puts the report between its markers in the README. */
export async function writeReadme(report: string): Promise<void> {
  const readme = await readFile(README, 'utf8');
  const [before, rest] = split(readme, START);
  const [, after] = split(rest, END);
  await writeFile(README, `${before}${START}\n\n${report}\n\n${END}${after}`);
}

function split(text: string, marker: string): [before: string, after: string] {
  const [before, after, ...more] = text.split(marker);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`README.md must contain "${marker}" once.`);
  }
  return [before, after];
}
