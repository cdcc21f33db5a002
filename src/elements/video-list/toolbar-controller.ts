import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {fetchCategories} from '../../data/fetch-categories.js';
import type {VideoPageQuery} from '../../data/video-page-query.js';
import {formatWrittenDate} from '../../internal/format.js';
import {ownValue} from '../../internal/own-value.js';
import {words} from '../../internal/words.js';
import {
  filterChoices,
  filterNames,
  hasFixedChoice,
  isFilterName,
  type FilterName,
  type VideoFilters,
} from '../../model/video-filters.js';
import {say} from '../../languages/say.js';
import type {Strings} from '../../languages/strings.js';
import {VideoListFilterEvent} from './video-list.events.js';

/** Milliseconds without a key until what is typed is searched for. */
const TYPING_PAUSE = 300;

/** The list, as far as its toolbar is concerned. */
export interface ToolbarHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly query: VideoPageQuery | undefined;
  readonly filters: VideoFilters;
  /** Names of the wanted controls. */
  readonly toolbar?: string | null;
  /** Names of the filters that the reader may not change. */
  readonly locked?: string | null;
  readonly categories?: readonly string[];
}

/** The controls by which a reader narrows a list down, and a chip for each filter that does. */
export class ToolbarController implements ReactiveController {
  readonly #host: ToolbarHost;
  #categories: readonly string[] = [];
  #categoriesUrl?: string;
  #typing?: ReturnType<typeof setTimeout>;

  constructor(host: ToolbarHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const {query, categories} = this.#host;
    const isWanted = !categories && this.#controls.includes('category');
    if (isWanted && query && query.url !== this.#categoriesUrl) void this.#loadCategories(query);
  }

  /** Whether there is a filter that the reader can take away. */
  get isNarrowed(): boolean {
    return this.#controls.length > 0 && this.#active.length > 0;
  }

  /** @param label - What the list is called by the page; tells its toolbar from those of other lists. */
  render(strings: Strings, label: string) {
    const controls = this.#controls;
    if (controls.length === 0) return nothing;
    return html`<form
      part="toolbar"
      role="search"
      aria-label=${label || nothing}
      tabindex="-1"
      @submit=${this.#submit}
    >
      ${controls.map((name) =>
        name === 'search' ? this.#renderSearch(strings) : this.#renderChoice(name, strings),
      )}
      ${this.#active.map((name) => this.#renderChip(name, strings))}
    </form>`;
  }

  reset = () => {
    this.#change(Object.fromEntries(this.#active.map((name) => [name, ''])));
  };

  get #controls() {
    return this.#unlocked(words(this.#host.toolbar));
  }

  /** The order is no filter: every list has one. */
  get #active() {
    const {filters} = this.#host;
    return this.#unlocked(filterNames).filter((name) => filters[name] && name !== 'order');
  }

  #unlocked(names: readonly string[]) {
    const locked = words(this.#host.locked);
    return names.filter(isFilterName).filter((name) => !locked.includes(name));
  }

  async #loadCategories(query: VideoPageQuery) {
    this.#categoriesUrl = query.url;
    this.#categories = await fetchCategories(query);
    this.#host.requestUpdate();
  }

  #renderSearch({filters}: Strings) {
    return html`<input
      part="search"
      type="search"
      aria-label=${filters.search}
      placeholder=${filters.search}
      .value=${this.#host.filters.search ?? ''}
      @input=${this.#type}
      @compositionend=${this.#type}
      @keydown=${this.#clear}
    />`;
  }

  #renderChoice(name: FilterName, strings: Strings) {
    const {filters, categories = this.#categories} = this.#host;
    const offered = name === 'category' ? categories : [];
    const choices = hasFixedChoice(name) ? filterChoices[name] : offered;
    const label = strings.filters[name];
    const isOrder = name === 'order';
    const chosen = filters[name] || (isOrder ? filterChoices.order[0] : '');
    // The property for a reader's choice that the page takes back, the attribute for the first rendering.
    return html`<select
      part="choice"
      aria-label=${label}
      .value=${chosen}
      @change=${({target}: Event) => this.#change({[name]: (target as HTMLSelectElement).value})}
    >
      ${isOrder ? nothing : html`<option value="">${say(strings, strings.any, {filter: label})}</option>`}
      ${choices.map(
        (choice) =>
          html`<option value=${choice} ?selected=${choice === chosen}>
            ${choiceText(name, choice, strings)}
          </option>`,
      )}
    </select>`;
  }

  #renderChip(name: FilterName, strings: Strings) {
    const value = this.#host.filters[name] ?? '';
    const isDate = name === 'createdFrom' || name === 'createdTo';
    const choice = isDate
      ? formatWrittenDate(value, strings.language)
      : choiceText(name, value, strings);
    const label = say(strings, strings.chip, {filter: strings.filters[name], choice});
    return html`<button
      part="filter"
      type="button"
      aria-label=${say(strings, strings.remove, {filter: label})}
      @click=${() => this.#change({[name]: ''})}
    >
      ${label} ✕
    </button>`;
  }

  /** Waits for a pause, and for the end of a composition: half a syllable is nothing to search for. */
  #type = (event: InputEvent | CompositionEvent) => {
    const input = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    if ('isComposing' in event && event.isComposing) return;
    this.#typing = setTimeout(() => this.#search(input), TYPING_PAUSE);
  };

  #clear = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    if (event.isComposing || event.key !== 'Escape' || !input.value) return;
    // Escape has done its work here: it does not close the dialog around as well.
    event.stopPropagation();
    event.preventDefault();
    input.value = '';
    this.#search(input);
  };

  #submit = (event: Event) => {
    event.preventDefault();
    const input = (event.target as HTMLElement).querySelector('input');
    if (input) this.#search(input);
  };

  #search({value}: HTMLInputElement) {
    clearTimeout(this.#typing);
    this.#change({search: value.trim()});
  }

  #change(filters: VideoFilters) {
    const host = this.#host;
    const {activeElement} = host.renderRoot as ShadowRoot;
    // The button goes with its filter, and focus must not go with it.
    if (activeElement?.matches('button')) {
      host.renderRoot.querySelector<HTMLElement>('[part=toolbar]')?.focus();
    }
    // What is on the third page now has nothing to do with what was there before.
    Object.assign(host, filters, {page: 1});
    const event = new VideoListFilterEvent({filters: host.filters});
    host.dispatchEvent(event);
  }
}

/** What a filter is set to, as the user reads it: free text as it is, a fixed choice in the user's language. */
function choiceText(name: FilterName, value: string, {choices}: Strings): string {
  return (hasFixedChoice(name) && ownValue(choices, value)) || value;
}
