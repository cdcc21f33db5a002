/**
 * Writes data for editors into dist/editors, from custom-elements.json: custom data for VS Code, and web-types for
 * JetBrains editors.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';

const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);

await mkdir('dist/editors', {recursive: true});
await write('html.json', htmlData());
await write('css.json', cssData());
await write('web-types.json', webTypes());

function htmlData() {
  const data = JSON.parse(getVsCodeHtmlCustomData(manifest, {}));
  for (const tag of data.tags) {
    tag.description = readable(tag.description);
    for (const attribute of tag.attributes) {
      const {type, default: value} = source('attributes', attribute.name, tag.name);
      const choices = type.text.split(' | ').filter((member) => member.startsWith("'"));
      attribute.values = choices.map((choice) => ({name: unquoted(choice)}));
      attribute.description = withDefault(attribute.description, value);
      // In VS Code, "v" means that the attribute has no value, so only its name is completed.
      if (isSwitch(type.text)) attribute.valueSet = 'v';
    }
  }
  return data;
}

/** Whether an attribute has no value: a boolean, or an object that only code can set. */
function isSwitch(type) {
  return !/^(string|number|')/.test(type);
}

function cssData() {
  const data = JSON.parse(getVsCodeCssCustomData(manifest, {}));
  const states = elements.flatMap(({cssStates = []}) => cssStates);
  return {
    ...data,
    properties: cssProperties(data.properties).map(inMarkdown),
    pseudoElements: onceEach(data.pseudoElements).map(inMarkdown),
    pseudoClasses: states
      .map(({name, description}) => ({name: `:state(${name})`, description}))
      .map(inMarkdown),
  };
}

/** As Markdown, because backticks would be visible in plain text. */
function inMarkdown({description, ...entry}) {
  return {...entry, description: {kind: 'markdown', value: description}};
}

function webTypes() {
  const data = JSON.parse(getWebTypesData(manifest, {}));
  const {html, css} = data.contributions;
  for (const element of html.elements) {
    const {name: symbol} = elements.find(({tagName}) => tagName === element.name);
    element.description = readable(element.description);
    element.source = {module: 'cloud-vod-gallery', symbol};
    // Events are in `js` too, and elements have no page of their own.
    delete element.events;
    delete element['doc-url'];
  }
  css.properties = cssProperties(css.properties);
  css['pseudo-elements'] = onceEach(css['pseudo-elements']);
  return {...data, 'js-types-syntax': 'typescript'};
}

function cssProperties(properties) {
  return onceEach(properties).map((property) => {
    const {default: value} = source('cssProperties', property.name);
    return {...property, description: withDefault(property.description, value)};
  });
}

/** The entry of an attribute or a custom property in the manifest. */
function source(kind, name, tag) {
  return elements
    .filter(({tagName}) => !tag || tagName === tag)
    .flatMap((element) => element[kind] ?? [])
    .find((entry) => entry.name === name);
}

/** Removes duplicates that several elements have in common. */
function onceEach(entries) {
  const known = new Map();
  for (const entry of entries) if (!known.has(entry.name)) known.set(entry.name, entry);
  return [...known.values()];
}

function withDefault(description, value = '') {
  const text = unquoted(value);
  return text && text !== 'false' ? `${description}\n\nDefault: \`${text}\`` : description;
}

function unquoted(text) {
  return text.replace(/^'(.*)'$/, '$1');
}

/** A line directly above "---" would be a heading in Markdown. */
function readable(description) {
  return description.replace(/\n+---\n+/, '\n\n---\n\n');
}

async function write(name, data) {
  await writeFile(`dist/editors/${name}`, `${JSON.stringify(data, null, 1)}\n`);
}
