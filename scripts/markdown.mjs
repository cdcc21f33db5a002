import {readFile, writeFile} from 'node:fs/promises';

/** Replaces the text of a page between two comments that name the script. */
export async function writeInPage(page, script, text) {
  const start = `<!-- Written by ${script} -->`;
  const end = `<!-- End of what is written by ${script} -->`;
  const [before, rest] = split(page, await readFile(page, 'utf8'), start);
  const [, after] = split(page, rest, end);
  await writeFile(page, `${before}${start}\n\n${text.trim()}\n\n${end}${after}`);
}

/** A table in Markdown; empty without rows. */
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

function split(page, text, marker) {
  const parts = text.split(marker);
  if (parts.length !== 2) throw new Error(`${page} must contain "${marker}" once.`);
  return parts;
}
