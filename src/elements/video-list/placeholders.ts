import {html, nothing} from 'lit';
import type {ListContext} from '../../features/feature.js';
import {words} from '../../internal/words.js';
import type {Phrase, Strings} from '../../languages/strings.js';
import type {FilterName} from '../../model/video-filters.js';
import {renderButton} from './button.js';
import {filtersWithChip, unlocked} from './filters-in-use.js';

const dateFields = ['createdFrom', 'createdTo'] as const;

/** Reserves the space of the toolbar until its module has loaded. The user can already type into the search field. */
export function renderToolbarPlaceholder(context: ListContext, {filters}: Strings): unknown {
  const {settings, store} = context;
  const values = store.state.filters;
  const controls = unlocked(words(settings.toolbar), settings);
  if (controls.length === 0) return undefined;
  return html`<div part="toolbar" class="room" @beforeinput=${keepInside} @input=${keepInside}>
    ${controls.map((name) => renderControl(name, filters, values.search ?? ''))}
    ${filtersWithChip(context).map(
      (name) =>
        html`<button part="filter" class="hidden">${filters[name]}: ${values[name]} ✕</button>`,
    )}
  </div>`;
}

/** With the elements of the final control, because browsers give them different heights. */
function renderControl(name: string, filters: Strings['filters'], search: string) {
  switch (name) {
    case 'search':
      return html`<input
        part="search"
        type="search"
        aria-label=${filters.search}
        placeholder=${filters.search}
        .value=${search}
      />`;
    case 'dates':
      return html`<span part="dates" inert>
        ${dateFields.map((field) => html`<label>${filters[field]} <input part="date" type="date" /></label>`)}
      </span>`;
    case 'categories':
      return html`<span class="categories hidden">${filters.category}</span>`;
    default:
      return html`<select part="choice" disabled>
        <option>${filters[name as FilterName]}</option>
      </select>`;
  }
}

/** Reserves the space of the selection bar until its module has loaded, with the same texts, invisible. */
export function renderSelectionPlaceholder(
  {selection, settings, store, isDisabled}: ListContext,
  strings: Strings,
): unknown {
  const {phase, items} = store.state;
  if (!selection.isMultiple || (phase !== 'ready' && phase !== 'loading')) return undefined;
  const {max} = settings;
  const count = `${selection.videos.length}`;
  const button = (part: string, text: string) => renderButton(part, text, () => {}, false);
  return html`<div part="selection" class="room hidden" aria-hidden="true">
    <span part="selected">${longest(max ? strings.selectedOf : strings.selected, count)}</span>
    ${max || isDisabled ? nothing : button('select-all', longest(strings.selectAll, `${items.length}`))}
    ${isDisabled ? nothing : button('clear-selection', strings.clearSelection)}
  </div>`;
}

/** Input events cross shadow roots, so the host page would handle them as events of the list, which is a form control. */
export function keepInside(event: Event): void {
  event.stopPropagation();
}

/** A text about as long as the final one. Plurals and number formats need `Intl`, which is slow before the first paint. */
function longest(phrase: Phrase, count: string) {
  const text = typeof phrase === 'string' ? phrase : phrase.other;
  return text.replace(/\{\w+\}/g, count);
}
