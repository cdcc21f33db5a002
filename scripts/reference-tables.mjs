/** Writes the tables of docs/reference.md from custom-elements.json (`npm run manifest`). */
import {readFile} from 'node:fs/promises';
import {code, oneLine, table, writeInPage} from './markdown.mjs';

const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));

const elements = manifest.modules
  .flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);
const order = ['video-list', 'video-card', 'resolution-badge', 'video-player'];
elements.sort((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));
await writeInPage(
  'docs/reference.md',
  'scripts/reference-tables.mjs',
  elements.flatMap(describe).join('\n'),
);

function describe(element) {
  const {tagName, description, members, events, slots, cssParts, cssProperties, cssStates} =
    element;
  const fields = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  return [
    `## \`<${tagName}>\``,
    '',
    oneLine(description),
    '',
    ...table(['Attribute', 'Property', 'Type', 'Default', ''], fields.map(fieldRow)),
    ...table(['Method', 'Returns', ''], methods.map(methodRow)),
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
  const types = [...new Set(type?.text.split(' | '))].join(' | ');
  // Table cells cannot contain lists.
  const text = description?.replace(/^- /gm, '');
  return [code(attribute), code(name), code(types), code(value), text];
}

function methodRow({name, parameters = [], return: returned, description}) {
  const written = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional ? '?' : ''}: ${parameter.type.text}`,
  );
  return [code(`${name}(${written.join(', ')})`), code(returned?.type.text), description];
}

function named({name, description}) {
  return [code(name), description];
}
