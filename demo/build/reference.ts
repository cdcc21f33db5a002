import {escapeHtml} from './escape-html.js';
import {liveExamples} from './live-examples.js';
import {elementInfo, type MemberInfo, type NamedInfo} from './manifest.js';

/** The reference of an element, with a stage on which each attribute can be tried. */
export function referencePage(tagName: string): string {
  const {description, members, events, slots, cssParts, cssProperties, cssStates} =
    elementInfo(tagName);
  const fields = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  const [first] = Object.values(liveExamples[tagName] ?? {});
  return `
    <h1><code>&lt;${tagName}&gt;</code></h1>
    <div class="lead">${prose(description)}</div>
    <div class="reference">
      <section class="live" aria-labelledby="live-title">
        <h2 id="live-title">Live</h2>
        <div class="code"><button type="button" class="copy">Copy</button><pre tabindex="0"><code id="live-code">${escapeHtml(markup(tagName, first!))}</code></pre></div>
        <div id="stage" data-element="${tagName}" data-markup="${escapeHtml(markup(tagName, first!))}"></div>
        <h3 id="events-title">What the page hears</h3>
        <ol class="heard" id="heard" tabindex="0" aria-labelledby="events-title"></ol>
      </section>
      <div class="entries">
        ${group(
          'Attributes and properties',
          fields.map((field) => fieldEntry(tagName, field)),
        )}
        ${group(
          'Methods',
          methods.map((method) => entry('method', method, `${method.name}()`)),
        )}
        ${group(
          'Events',
          events?.map((event) => entry('event', event, event.name, event.type?.text)),
        )}
        ${group(
          'Slots',
          slots?.map((slot) => entry('slot', slot, slot.name)),
        )}
        ${group(
          'Parts',
          cssParts?.map((part) => entry('part', part, `::part(${part.name})`)),
        )}
        ${group(
          'Custom properties',
          cssProperties?.map((property) =>
            entry('property', property, property.name, property.default),
          ),
        )}
        ${group(
          'States',
          cssStates?.map((state) => entry('state', state, `:state(${state.name})`)),
        )}
      </div>
    </div>`;
}

function markup(tagName: string, attributes: string) {
  return `<${tagName} ${attributes}></${tagName}>`;
}

function fieldEntry(tagName: string, field: MemberInfo) {
  const {name, attribute, type, readonly} = field;
  const isAttribute = attribute !== undefined;
  const example = isAttribute ? liveExamples[tagName]?.[attribute] : undefined;
  if (isAttribute && !example) throw new Error(`live-examples.ts has none of "${attribute}".`);
  const notes = [
    type && `<code>${escapeHtml(type.text)}</code>`,
    field.default && `default <code>${escapeHtml(field.default)}</code>`,
    isAttribute ? attribute !== name && `property <code>${name}</code>` : 'property only',
    readonly && 'to be read only',
  ];
  const button = example
    ? `<button type="button" class="try" data-markup="${escapeHtml(markup(tagName, example))}">Try <span class="said">${attribute}</span></button>`
    : '';
  return `<article id="${isAttribute ? `attribute-${attribute}` : `property-${name}`}">
    <h3><code>${attribute ?? name}</code>${button}</h3>
    <p class="notes">${notes.filter(Boolean).join(' · ')}</p>
    ${prose(field.description)}
  </article>`;
}

function entry(kind: string, {name, description}: NamedInfo, title: string, note?: string) {
  return `<article id="${kind}-${name}">
    <h3><code>${escapeHtml(title)}</code></h3>
    ${note ? `<p class="notes"><code>${escapeHtml(note)}</code></p>` : ''}
    ${prose(description)}
  </article>`;
}

function group(title: string, entries: readonly string[] = []) {
  if (entries.length === 0) return '';
  return `<section><h2>${title}</h2>${entries.join('')}</section>`;
}

/** The little Markdown that doc comments have: code, paragraphs and lists. */
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
