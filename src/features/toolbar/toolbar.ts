import {html, isServer, nothing} from 'lit';
import {activeFilters, filtersWithChip} from '../../elements/video-list/filters-in-use.js';
import {renderButton} from '../../elements/video-list/button.js';
import {keepInside} from '../../elements/video-list/placeholders.js';
import {fetchCategories, fetchCategoryRecords} from '../../data/fetch-categories.js';
import type {VideoPageQuery} from '../../data/video-page-query.js';
import {formatWrittenDate} from '../../internal/format-written-date.js';
import {ownValue} from '../../internal/own-value.js';
import {categoryLevels, categoryTree} from '../../model/category-tree.js';
import {
  filterChoices,
  hasFixedChoice,
  sorts,
  type FilterName,
  type VideoFilters,
} from '../../model/video-filters.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import {addTexts} from '../../languages/registry.js';
import type {Feature, ListContext} from '../feature.js';
import {renderCategoryTabs, revealChosenTabs} from './category-tabs.js';
import {controlsOf} from './controls.js';
import {renderDateRange} from './date-range.js';
import {texts} from './texts.js';
import {styles} from './toolbar.styles.js';

addTexts(texts);

/** Milliseconds without a key after which the search starts. */
const TYPING_PAUSE = 300;

/** Controls for filters, and a chip for each filter that is set. */
export function install(context: ListContext): Feature {
  const toolbar = new Toolbar(context);
  return {
    beforeUpdate: () => toolbar.beforeUpdate(),
    updated: () => toolbar.updated(),
    stop: () => toolbar.stop(),
    regions: {
      toolbar: (strings) => toolbar.render(strings),
      empty: (strings) => toolbar.renderNotFound(strings),
    },
  };
}

class Toolbar {
  readonly #context: ListContext;
  readonly #categories;
  readonly #tree;
  /** Address from which categories have been requested. */
  #categoriesUrl: string | undefined;
  #treeUrl: string | undefined;
  #early: {readonly field: HTMLInputElement; readonly hasFocus: boolean} | undefined;
  #typing?: ReturnType<typeof setTimeout>;
  /** Text of the last search by the user, not trimmed, because the user may type another word. */
  #typed = '';

  constructor(context: ListContext) {
    this.#context = context;
    this.#categories = context.createTask(fetchCategories);
    this.#tree = context.createTask((query: VideoPageQuery) =>
      fetchCategoryRecords(
        query,
        context.store.capabilities.categoryTree ? 'categories/tree' : 'categories',
      ),
    );
  }

  /** The user may have typed text into the search field of the placeholder. */
  beforeUpdate(): void {
    const {view} = this.#context;
    const field = view.root?.querySelector<HTMLInputElement>('.room [part=search]');
    this.#early = field ? {field, hasFocus: view.focused === field} : undefined;
  }

  updated(): void {
    if (this.#early) this.#takeOver(this.#early);
    const {store, settings} = this.#context;
    const {query, phase} = store.state;
    if (settings.categories || !query) return;
    const wants = (name: string) => this.#controls.some(([control]) => control === name);
    if (wants('category') && query.url !== this.#categoriesUrl) {
      this.#categoriesUrl = query.url;
      void this.#categories.run([query]);
    }
    // Only the first response tells whether the proxy has a tree of categories.
    if (wants('categories') && phase !== 'loading' && query.url !== this.#treeUrl) {
      this.#treeUrl = query.url;
      void this.#loadTree(query);
    }
  }

  stop(): void {
    clearTimeout(this.#typing);
    this.#categories.abort();
    this.#tree.abort();
    this.#treeUrl = undefined;
  }

  render(strings: Strings): unknown {
    const controls = this.#controls;
    if (controls.length === 0) return undefined;
    if (!isServer) this.#context.list.addStyles(styles);
    // Without a name, it is not a landmark: two unnamed ones, as a search of the page is, cannot be told apart.
    const {label} = this.#context;
    return html`<form
      part="toolbar"
      role=${label ? 'search' : nothing}
      aria-label=${label || nothing}
      tabindex="-1"
      @submit=${this.#submit}
      @beforeinput=${keepInside}
      @input=${keepInside}
    >
      ${controls.map(([control, filter]) => this.#renderControl(control, filter, strings))}
      ${filtersWithChip(this.#context).map((name) => this.#renderChip(name, strings))}
    </form>`;
  }

  /** Shown instead of cards if no video matches the filters. */
  renderNotFound(strings: Strings): unknown {
    if (activeFilters(this.#context).length === 0) return undefined;
    return html`<div part="message">
      ${strings.notFound} ${renderButton('reset', strings.reset, this.#reset)}
    </div>`;
  }

  #reset = () => {
    this.#change(Object.fromEntries(activeFilters(this.#context).map((name) => [name, ''])));
  };

  get #controls() {
    const {settings} = this.#context;
    return controlsOf(settings);
  }

  get #filters(): VideoFilters {
    return this.#context.store.state.filters;
  }

  #takeOver({field, hasFocus}: {readonly field: HTMLInputElement; readonly hasFocus: boolean}) {
    const input = this.#searchField;
    const {value, selectionStart, selectionEnd} = field;
    if (!input) return;
    input.value = value;
    if (hasFocus) {
      input.focus({preventScroll: true});
      input.setSelectionRange(selectionStart, selectionEnd);
    }
    if (value.trim() !== (this.#filters.search ?? '')) this.#search(input);
  }

  async #loadTree(query: VideoPageQuery) {
    await this.#tree.run([query]);
    await this.#revealTabs();
  }

  async #revealTabs() {
    this.#context.requestUpdate();
    await this.#context.list.updateComplete;
    revealChosenTabs(this.#context.view.toolbar);
  }

  get #searchText() {
    const {search = ''} = this.#filters;
    return this.#typed.trim() === search ? this.#typed : search;
  }

  get #searchField() {
    return this.#context.view.toolbar?.querySelector<HTMLInputElement>('[part=search]');
  }

  #renderControl(control: string, filter: FilterName, strings: Strings) {
    const change = (filters: VideoFilters) => this.#change(filters);
    switch (control) {
      case 'search':
        return this.#renderSearch(strings);
      case 'dates':
        return renderDateRange(() => this.#filters, strings, change);
      case 'categories':
        return renderCategoryTabs(this.#categoryLevels, strings, (category) => {
          change({category});
          void this.#revealTabs();
        });
      default:
        return this.#renderChoice(filter, strings);
    }
  }

  /** At least one row, even before the categories have loaded. */
  get #categoryLevels() {
    const {categories} = this.#context.settings;
    const tree = categories
      ? categories.map((name) => ({name, children: []}))
      : categoryTree(this.#tree.value ?? []);
    const levels = categoryLevels(tree, this.#filters.category ?? '');
    return levels.length > 0 ? levels : [{all: '', categories: [], chosen: undefined}];
  }

  /** Offers the orders that the proxy supports, and the one that the page has set. */
  #choicesOf(name: keyof typeof filterChoices): readonly string[] {
    if (name !== 'order') return filterChoices[name];
    const {sorts: known = []} = this.#context.store.capabilities;
    return filterChoices.order.filter((choice, at) => {
      const sort = sorts[at >> 1];
      return !sort || known.includes(sort) || choice === this.#filters.order;
    });
  }

  #renderSearch({filters}: Strings) {
    return html`<input
      part="search"
      type="search"
      aria-label=${filters.search}
      placeholder=${filters.search}
      .value=${this.#searchText}
      @input=${this.#type}
      @compositionend=${this.#type}
      @keydown=${this.#clear}
    />`;
  }

  #renderChoice(name: FilterName, strings: Strings) {
    const filters = this.#filters;
    const {categories = this.#categories.value ?? []} = this.#context.settings;
    const offered = name === 'category' ? categories : [];
    const choices = hasFixedChoice(name) ? this.#choicesOf(name) : offered;
    const label = strings.filters[name];
    const isOrder = name === 'order';
    const chosen = filters[name] || (isOrder ? filterChoices.order[0] : '');
    // `.value` replaces the user's choice when the page sets the filter; `selected` is for the first rendering.
    return html`<select
      part="choice"
      aria-label=${label}
      .value=${chosen}
      @change=${({target}: Event) => this.#change({[name]: (target as HTMLSelectElement).value})}
    >
      ${isOrder ? nothing : html`<option value="">${formatPhrase(strings, strings.any, {filter: label})}</option>`}
      ${choices.map(
        (choice) =>
          html`<option value=${choice} ?selected=${choice === chosen}>
            ${choiceText(name, choice, strings)}
          </option>`,
      )}
    </select>`;
  }

  #renderChip(name: FilterName, strings: Strings) {
    const value = this.#filters[name] ?? '';
    const isDate = name === 'createdFrom' || name === 'createdTo';
    const choice = isDate
      ? formatWrittenDate(value, strings.language)
      : choiceText(name, value, strings);
    const filter = strings.filters[name];
    // Avoids "Processing: Processing".
    const label =
      choice === filter ? choice : formatPhrase(strings, strings.chip, {filter, choice});
    return html`<button
      part="filter"
      type="button"
      aria-label=${formatPhrase(strings, strings.remove, {filter: label})}
      @click=${() => this.#change({[name]: ''})}
    >
      ${label} ✕
    </button>`;
  }

  /** Starts the search after a pause, and not during a composition (IME), whose characters are incomplete. */
  #type = (event: InputEvent | CompositionEvent) => {
    const input = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    if ('isComposing' in event && event.isComposing) return;
    this.#typing = setTimeout(() => this.#search(input), TYPING_PAUSE);
  };

  #clear = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    if (event.isComposing || event.key !== 'Escape' || !input.value) return;
    // Escape has cleared the field. It must not also close a surrounding dialog.
    event.stopPropagation();
    event.preventDefault();
    input.value = '';
    this.#search(input);
  };

  #submit = (event: Event) => {
    event.preventDefault();
    const input = this.#searchField;
    if (input) this.#search(input);
  };

  #search({value}: HTMLInputElement) {
    clearTimeout(this.#typing);
    this.#typed = value;
    this.#change({search: value.trim()});
  }

  #change(filters: VideoFilters) {
    const {store, view} = this.#context;
    // The button is removed with its filter. Moves the focus, so that it is not lost.
    if (view.focused?.matches('button')) view.toolbar?.focus();
    store.setFilters(filters);
  }
}

/** The value of a filter as text: free text unchanged, a fixed choice in the user's language. */
function choiceText(name: FilterName, value: string, {choices}: Strings): string {
  return (hasFixedChoice(name) && ownValue(choices, value)) || value;
}
