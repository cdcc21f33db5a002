/** Writes the tables of README.md from custom-elements.json (`npm run manifest`). */
import {readFile, writeFile} from 'node:fs/promises';

const START = '<!-- Written by scripts/readme-tables.mjs -->';
const END = '<!-- End of what is written by scripts/readme-tables.mjs -->';

const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
const readme = await readFile('README.md', 'utf8');
const [before, rest] = split(readme, START);
const [, after] = split(rest, END);

const elements = manifest.modules
  .flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);
const order = ['video-list', 'video-card', 'resolution-badge'];
elements.sort((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));
const tables = elements.flatMap(describe).join('\n');
await writeFile('README.md', `${before}${START}\n\n${tables}\n${END}${after}`);

function split(text, marker) {
  const parts = text.split(marker);
  if (parts.length !== 2) throw new Error(`README.md must contain "${marker}" once.`);
  return parts;
}

function describe(element) {
  const {tagName, description, members, events, slots, cssParts, cssProperties, cssStates} =
    element;
  const fields = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  return [
    `### \`<${tagName}>\``,
    '',
    oneLine(description),
    '',
    ...table(['Attribute', 'Property', 'Type', 'Default', ''], fields.map(fieldRow)),
    ...table(
      ['Method', ''],
      methods.map((method) => [code(`${method.name}()`), method.description]),
    ),
    ...table(
      ['Event', '', 'What it means'],
      events?.map(({name, type, description}) => [code(name), code(type.text), description]),
    ),
    ...table(['Slot', ''], slots?.map(named)),
    ...table(['Part', ''], cssParts?.map(named)),
    ...table(
      ['Custom property', 'Default', ''],
      cssProperties?.map((property) => [
        code(property.name),
        code(property.default),
        property.description,
      ]),
    ),
    ...table(
      ['State', ''],
      cssStates?.map((state) => [code(`:state(${state.name})`), state.description]),
    ),
  ];
}

function fieldRow({attribute, name, type, default: value, description}) {
  return [code(attribute), code(name), code(type?.text), code(value), description];
}

function named({name, description}) {
  return [code(name), description];
}

function table(head, rows = []) {
  if (rows.length === 0) return [];
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

function row(cells) {
  return `| ${cells.map(oneLine).join(' | ')} |`;
}

function code(text) {
  return text ? `\`${text}\`` : '';
}

function oneLine(text = '') {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
