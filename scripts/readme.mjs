import {readFile, writeFile} from 'node:fs/promises';

/** Puts text into README.md between the two comments that name a script. */
export async function writeInReadme(script, text) {
  const start = `<!-- Written by ${script} -->`;
  const end = `<!-- End of what is written by ${script} -->`;
  const [before, rest] = split(await readFile('README.md', 'utf8'), start);
  const [, after] = split(rest, end);
  await writeFile('README.md', `${before}${start}\n\n${text.trim()}\n\n${end}${after}`);
}

/** A table in Markdown; nothing when there are no rows. */
export function table(head, rows = []) {
  if (rows.length === 0) return [];
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

function row(cells) {
  return `| ${cells.map(oneLine).join(' | ')} |`;
}

export function code(text) {
  return text ? `\`${text}\`` : '';
}

export function oneLine(text = '') {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

function split(text, marker) {
  const parts = text.split(marker);
  if (parts.length !== 2) throw new Error(`README.md must contain "${marker}" once.`);
  return parts;
}
