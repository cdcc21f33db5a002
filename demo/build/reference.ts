import {escapeHtml} from './escape-html.js';
import {liveExamples} from './live-examples.js';
import {elementInfo, type ElementInfo, type MemberInfo, type NamedInfo} from './manifest.js';

/** The reference of an element, with a live example for each attribute. */
export function referencePage(tagName: string): string {
  const {description} = elementInfo(tagName);
  const groups = groupsOf(elementInfo(tagName)).filter(({entries}) => entries.length > 0);
  const [first] = Object.values(liveExamples[tagName] ?? {});
  return `
    <h1><code>&lt;${tagName}&gt;</code></h1>
    <div class="lead">${prose(description)}</div>
    <div class="reference">
      <section class="live" aria-labelledby="live-title">
        <h2 id="live-title">Live</h2>
        <div class="code"><div class="code-bar"><button type="button" class="copy">Copy</button></div><pre tabindex="0"><code id="live-code">${escapeHtml(markup(tagName, first!))}</code></pre></div>
        <div id="stage" data-element="${tagName}" data-markup="${escapeHtml(markup(tagName, first!))}">${markup(tagName, first!)}</div>
        <h3 id="events-title">Events</h3>
        <ol class="event-log" id="event-log" tabindex="0" aria-labelledby="events-title"></ol>
      </section>
      <div class="entries">
        ${contents(groups)}
        ${groups.map(section).join('')}
      </div>
    </div>`;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

function groupsOf(info: ElementInfo): Group[] {
  const {tagName, members, events, slots, cssParts, cssProperties, cssStates} = info;
  const fields = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  const all = (
    title: string,
    kind: string,
    infos: readonly NamedInfo[] = [],
    titleOf: (info: NamedInfo) => string,
    noteOf: (info: NamedInfo) => string | undefined = () => undefined,
  ) => ({title, entries: infos.map((info) => entry(kind, info, titleOf(info), noteOf(info)))});
  return [
    {
      title: 'Attributes and properties',
      entries: fields.map((field) => fieldEntry(tagName, field)),
    },
    all('Methods', 'method', methods, ({name}) => `${name}()`),
    all(
      'Events',
      'event',
      events,
      ({name}) => name,
      ({type}) => type?.text,
    ),
    all('Slots', 'slot', slots, ({name}) => name),
    all('Parts', 'part', cssParts, ({name}) => `::part(${name})`),
    all(
      'Custom properties',
      'property',
      cssProperties,
      ({name}) => name,
      (info) => info.default,
    ),
    all('States', 'state', cssStates, ({name}) => `:state(${name})`),
  ];
}

/** A search field for the entries, links to the groups, and all names. */
function contents(groups: readonly Group[]) {
  const names = groups.flatMap(({entries}) => entries);
  const toGroups = groups.map(({title}) => `<a href="#${idOf(title)}">${title}</a>`);
  const toNames = names.map(
    ({id, title}) => `<a href="#${id}"><code>${escapeHtml(title)}</code></a>`,
  );
  return `<nav class="reference-contents" aria-label="On this page">
    <div class="search"><label for="filter">Search this page</label><input id="filter" type="search" autocomplete="off" spellcheck="false" /></div>
    <p>${toGroups.join('')}</p>
    <details><summary>All ${names.length} names</summary><p>${toNames.join('')}</p></details>
    <p id="found" role="status"></p>
  </nav>`;
}

function idOf(title: string) {
  return title.toLowerCase().replaceAll(' ', '-');
}

function section({title, entries}: Group) {
  return `<section><h2 id="${idOf(title)}">${title}</h2>${entries.map(({html}) => html).join('')}</section>`;
}

function markup(tagName: string, attributes: string) {
  return `<${tagName} ${attributes}></${tagName}>`;
}

function fieldEntry(tagName: string, field: MemberInfo): Entry {
  const {name, attribute, type, readonly} = field;
  const isAttribute = attribute !== undefined;
  const example = isAttribute ? liveExamples[tagName]?.[attribute] : undefined;
  if (isAttribute && !example)
    throw new Error(`live-examples.ts has no example of "${attribute}".`);
  const notes = [
    type && `<code>${escapeHtml(type.text)}</code>`,
    field.default && `default <code>${escapeHtml(field.default)}</code>`,
    isAttribute ? attribute !== name && `property <code>${name}</code>` : 'property only',
    readonly && 'read-only',
  ];
  const button = example
    ? `<button type="button" class="try" data-markup="${escapeHtml(markup(tagName, example))}">Try <span class="visually-hidden">${attribute}</span></button>`
    : '';
  const id = isAttribute ? `attribute-${attribute}` : `property-${name}`;
  const html = `<article id="${id}">
    <h3><code>${attribute ?? name}</code>${button}</h3>
    <p class="notes">${notes.filter(Boolean).join(' · ')}</p>
    ${prose(field.description)}
  </article>`;
  return {id, title: attribute ?? name, html};
}

function entry(
  kind: string,
  {name, description}: NamedInfo,
  title: string,
  note: string | undefined,
): Entry {
  const id = `${kind}-${name}`;
  const html = `<article id="${id}">
    <h3><code>${escapeHtml(title)}</code></h3>
    ${note ? `<p class="notes"><code>${escapeHtml(note)}</code></p>` : ''}
    ${prose(description)}
  </article>`;
  return {id, title, html};
}

/** Renders the Markdown of doc comments, which contain only code, paragraphs and lists. */
function prose(text = '') {
  const blocks = text.split(/\n\n|\n(?=- )/);
  const html = blocks.map((block) => {
    const inline = escapeHtml(block.replace(/\s+/g, ' ').trim()).replace(
      /`([^`]+)`/g,
      '<code>$1</code>',
    );
    return inline.startsWith('- ') ? `<li>${inline.slice(2)}</li>` : `<p>${inline}</p>`;
  });
  return html.join('').replace(/(<li>.*<\/li>)/, '<ul>$1</ul>');
}
