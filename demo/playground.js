/** The playground: controls for all attributes of the manifest. The values are stored in the URL of the page. */
import {makeElement} from './make-element.js';

/** The first values of each element. */
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

/** The custom properties with controls. The reference has all others. */
const PROPERTIES = {
  '--video-gallery-accent': 'color',
  '--video-gallery-radius': 'text',
  '--video-list-column': 'text',
  '--video-list-gap': 'text',
  '--video-card-aspect-ratio': 'text',
  '--video-gallery-chip-radius': 'text',
};

/** Groups of attributes. Attributes without a group come last. */
const GROUPS = {
  Appearance: ['layout', 'density', 'show', 'badge-format', 'format', 'heading-level', 'skeleton'],
  Content: [
    ...['video-id', 'heading', 'cover', 'duration', 'width', 'height', 'clarity', 'uploaded'],
    ...['state', 'href', 'progress', 'card-href', 'current'],
  ],
  'Toolbar and filters': [
    ...['toolbar', 'locked', 'search', 'category', 'transcoding', 'created-by', 'created-from'],
    ...['created-to', 'order'],
  ],
  Playback: ['play', 'autoplay-next', 'remember'],
  Selection: [
    ...['selection', 'max', 'playable-only', 'value', 'name', 'required', 'disabled'],
    ...['selectable', 'selected', 'blocked'],
  ],
  Paging: ['page-size', 'paging', 'auto-pages', 'page', 'history'],
  Requests: ['src', 'live', 'poll-interval', 'method', 'credentials', 'timeout', 'source'],
};

const controls = document.querySelector('#controls');
const groups = document.querySelector('#groups');
const preview = document.querySelector('#preview');
const markup = document.querySelector('#markup');
const eventLog = document.querySelector('#event-log');
const element = document.querySelector('#element');

const elements = loadElements();

/** The element and its values, `{element, values}`. The URL contains the same. */
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
  const setting = type === 'checkbox' ? checked && '' : value;
  if (setting === false || (setting === '' && type !== 'checkbox')) delete state.values[name];
  else state.values[name] = setting;
  show();
});
addEventListener('hashchange', () => {
  if (location.hash.slice(1) === write()) return;
  state = read();
  build();
});
// Hidden until the elements have their final size.
await customElements.whenDefined('video-list');
build();
document.querySelector('.playground').hidden = false;

/** Shows the element, and its controls when the manifest has loaded. On a phone, they are below the first screen. */
async function build() {
  element.value = state.element;
  show();
  const {members, cssProperties: known} = (await elements).get(state.element);
  const fields = members.filter(({attribute}) => attribute !== undefined);
  const offered = known.filter(({name}) => Object.hasOwn(PROPERTIES, name));
  groups.replaceChildren(
    ...attributeGroups(fields),
    group('Custom properties', offered.map(propertyControl)),
  );
}

/** The elements of the manifest by tag name. */
async function loadElements() {
  const {default: manifest} = await import('../custom-elements.json');
  return new Map(
    manifest.modules
      .flatMap(({declarations}) => declarations)
      .filter(({tagName}) => tagName)
      .map((element) => [element.tagName, element]),
  );
}

function attributeGroups(fields) {
  const named = Object.entries(GROUPS).map(([title, names]) => [
    title,
    names.map((name) => fields.find(({attribute}) => attribute === name)).filter(Boolean),
  ]);
  const rest = fields.filter((field) => !named.some(([, members]) => members.includes(field)));
  return [...named, ['Others', rest]]
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => group(title, members.map(attributeControl)));
}

function group(title, controls) {
  const details = Object.assign(document.createElement('details'), {open: true});
  const summary = Object.assign(document.createElement('summary'), {textContent: title});
  const box = document.createElement('div');
  box.append(...controls);
  details.append(summary, box);
  return details;
}

/** A checkbox for a boolean, a select for a union, otherwise a text field; with default and description. */
function attributeControl({attribute, type, description, default: initial = ''}) {
  const text = type?.text ?? 'string';
  const choices = [...text.matchAll(/'([^']+)'/g)].map(([, choice]) => choice);
  const known = initial.replaceAll("'", '');
  if (text === 'boolean') return labelled(attribute, checkbox(attribute), description);
  if (choices.length > 0)
    return labelled(attribute, choice(attribute, choices, known), description);
  const field = textField(attribute, text.startsWith('number') ? 'number' : 'text');
  field.placeholder = known;
  return labelled(attribute, field, description);
}

function propertyControl({name, description, default: initial = ''}) {
  const field = textField(name, PROPERTIES[name]);
  if (field.type === 'text') field.placeholder = initial;
  return labelled(name, field, description);
}

function labelled(name, control, description = '') {
  const label = document.createElement('label');
  const help = document.createElement('small');
  const [sentence] = description.replaceAll('`', '').split(/(?<=[.:])\s|\n/);
  help.id = `help-${name}`;
  help.textContent = sentence.replace(/:$/, '.');
  control.setAttribute('aria-label', name);
  control.setAttribute('aria-describedby', help.id);
  label.append(name, ' ', control, help);
  return label;
}

function checkbox(name) {
  const checked = Object.hasOwn(state.values, name);
  return Object.assign(document.createElement('input'), {type: 'checkbox', name, checked});
}

function textField(name, type) {
  const value = state.values[name] ?? (type === 'color' ? '#2256d6' : '');
  return Object.assign(document.createElement('input'), {type, name, value});
}

function choice(name, choices, initial) {
  const select = Object.assign(document.createElement('select'), {name});
  const none = new Option(initial ? `${initial} (default)` : 'not set', '');
  select.append(
    none,
    ...choices.filter((text) => text !== initial).map((text) => new Option(text)),
  );
  if (state.values[name] === initial) none.value = initial;
  select.value = state.values[name] ?? '';
  return select;
}

/** Shows the element with its present values, and its markup, and writes the values to the URL. */
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
  eventLog.replaceChildren();
  const made = makeElement(html, logEvent);
  for (const [name, value] of entries.filter(isProperty)) made.style.setProperty(name, value);
  preview.replaceChildren(made);
  history.replaceState(null, '', `#${write()}`);
}

function logEvent(text) {
  const item = document.createElement('li');
  item.textContent = text;
  eventLog.prepend(item);
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
