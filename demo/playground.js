/** The playground: controls for all that the manifest knows, kept in the page's address. */
import manifest from '../custom-elements.json';
import {makeElement} from './make-element.js';

/** What each element begins with. */
const STARTS = {
  'video-list': {src: 'api/videos', 'page-size': '6', paging: 'button'},
  'video-card': {
    heading: 'Aurora over the lake',
    cover: 'catalogue/media/covers/aurora-1.webp',
    duration: '754',
    width: '3840',
    height: '2160',
    uploaded: '2026-01-15',
  },
  'resolution-badge': {width: '3840', height: '2160'},
};

/** Lengths and colours that change the look most; the reference has them all. */
const PROPERTIES = {
  '--video-gallery-accent': 'color',
  '--video-gallery-radius': 'text',
  '--video-list-column': 'text',
  '--video-list-gap': 'text',
  '--video-card-aspect-ratio': 'text',
  '--video-gallery-chip-radius': 'text',
};

const elements = new Map(
  manifest.modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName)
    .map((element) => [element.tagName, element]),
);
const controls = document.querySelector('#controls');
const attributes = document.querySelector('#attributes');
const properties = document.querySelector('#properties');
const preview = document.querySelector('#preview');
const markup = document.querySelector('#markup');
const heard = document.querySelector('#heard');
const element = document.querySelector('#element');

/** `{element, values}`, as the address has it. */
let state = read();

element.append(...Object.keys(STARTS).map((name) => new Option(name)));
element.addEventListener('change', () => {
  state = {element: element.value, values: {...STARTS[element.value]}};
  build();
});
controls.addEventListener('submit', (event) => event.preventDefault());
controls.addEventListener('reset', (event) => {
  event.preventDefault();
  state = {element: state.element, values: {...STARTS[state.element]}};
  build();
});
controls.addEventListener('input', ({target}) => {
  const {name, type, checked, value} = target;
  if (target === element) return;
  const said = type === 'checkbox' ? checked && '' : value;
  if (said === false || (said === '' && type !== 'checkbox')) delete state.values[name];
  else state.values[name] = said;
  show();
});
addEventListener('hashchange', () => {
  if (location.hash.slice(1) === write()) return;
  state = read();
  build();
});
// Nothing is shown before it has its final size.
await customElements.whenDefined('video-list');
build();
document.querySelector('.playground').hidden = false;

/** Controls for the element, and then the element. */
function build() {
  element.value = state.element;
  const {members} = elements.get(state.element);
  const fields = members.filter(({attribute}) => attribute !== undefined);
  attributes.replaceChildren(...fields.map(attributeControl));
  const known = elements.get(state.element).cssProperties.map(({name}) => name);
  const offered = Object.keys(PROPERTIES).filter((name) => known.includes(name));
  properties.replaceChildren(
    ...offered.map((name) => labelled(name, textField(name, PROPERTIES[name]))),
  );
  show();
}

/** A box to tick for a boolean, a choice for a union, else a field. */
function attributeControl({attribute, type}) {
  const text = type?.text ?? 'string';
  const choices = [...text.matchAll(/'([^']+)'/g)].map(([, choice]) => choice);
  if (text === 'boolean') return labelled(attribute, tickBox(attribute));
  if (choices.length > 0) return labelled(attribute, choice(attribute, choices));
  return labelled(attribute, textField(attribute, text.startsWith('number') ? 'number' : 'text'));
}

function labelled(name, control) {
  const label = document.createElement('label');
  label.append(name, ' ', control);
  return label;
}

function tickBox(name) {
  const checked = Object.hasOwn(state.values, name);
  return Object.assign(document.createElement('input'), {type: 'checkbox', name, checked});
}

function textField(name, type) {
  const value = state.values[name] ?? (type === 'color' ? '#2256d6' : '');
  return Object.assign(document.createElement('input'), {type, name, value});
}

function choice(name, choices) {
  const select = Object.assign(document.createElement('select'), {name});
  select.append(new Option('–', ''), ...choices.map((text) => new Option(text)));
  select.value = state.values[name] ?? '';
  return select;
}

/** The element as it is set up now, its markup, and its address. */
function show() {
  const entries = Object.entries(state.values);
  const isProperty = ([name]) => name.startsWith('--');
  const tag = document.createElement(state.element);
  for (const [name, value] of entries.filter((entry) => !isProperty(entry))) {
    tag.setAttribute(name, value);
  }
  const html = tag.outerHTML.replaceAll('=""', '');
  const styles = entries.filter(isProperty).map(([name, value]) => `  ${name}: ${value};\n`);
  const css =
    styles.length > 0 ? `<style>\n${state.element} {\n${styles.join('')}}\n</style>\n\n` : '';
  markup.textContent = css + html;
  heard.replaceChildren();
  const made = makeElement(html, note);
  for (const [name, value] of entries.filter(isProperty)) made.style.setProperty(name, value);
  preview.replaceChildren(made);
  history.replaceState(null, '', `#${write()}`);
}

function note(text) {
  const item = document.createElement('li');
  item.textContent = text;
  heard.prepend(item);
}

function write() {
  return new URLSearchParams({element: state.element, ...state.values}).toString();
}

function read() {
  const {element, ...values} = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (!Object.hasOwn(STARTS, element))
    return {element: 'video-list', values: {...STARTS['video-list']}};
  return {element, values};
}
