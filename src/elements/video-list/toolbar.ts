import {html, nothing, type TemplateResult} from 'lit';
import {filterChoices, type FilterName, type VideoFilters} from '../../model/video-filters.js';
import type {Strings} from '../strings.js';

/** What a toolbar shows, and what it does. */
export interface ToolbarState {
  /** The wanted controls, in order. */
  readonly controls: readonly FilterName[];
  readonly filters: VideoFilters;
  /** Filters that count at present and that the reader may take away. */
  readonly active: readonly FilterName[];
  readonly categories: readonly string[];
  readonly strings: Strings;
}

type ControlState = Omit<ToolbarState, 'controls' | 'active'>;

/** Milliseconds without a key until what is typed is searched for. */
const TYPING_PAUSE = 300;

/** The controls by which a reader narrows a list down, and a chip for each filter that does. */
export class Toolbar {
  readonly #change: (filters: VideoFilters) => void;
  #typing?: ReturnType<typeof setTimeout>;

  /** @param change - Called with what the reader wants changed. */
  constructor(change: (filters: VideoFilters) => void) {
    this.#change = change;
  }

  render({controls, active, ...state}: ToolbarState): TemplateResult | typeof nothing {
    if (controls.length === 0) return nothing;
    return html`<form part="toolbar" role="search" tabindex="-1" @submit=${this.#submit}>
      ${controls.map((name) => (name === 'search' ? this.#renderSearch(state) : this.#renderChoice(name, state)))}
      ${active.map((name) => this.#renderChip(name, state))}
    </form>`;
  }

  #renderSearch({filters, strings}: ControlState) {
    return html`<input
      part="search"
      type="search"
      aria-label=${strings.filters.search}
      placeholder=${strings.filters.search}
      .value=${filters.search ?? ''}
      @input=${this.#type}
      @compositionend=${this.#type}
      @keydown=${this.#clear}
    />`;
  }

  #renderChoice(name: FilterName, state: ControlState) {
    const {filters, categories, strings} = state;
    const choices: readonly string[] =
      {...filterChoices, category: categories}[name as 'order'] ?? [];
    const label = strings.filters[name];
    return html`<select
      part="choice"
      aria-label=${label}
      @change=${({target}: Event) => this.#change({[name]: (target as HTMLSelectElement).value})}
    >
      ${name === 'order' ? nothing : html`<option value="">${strings.any(label)}</option>`}
      ${choices.map((choice) => html`<option value=${choice} .selected=${choice === filters[name]}>${textOf(choice, strings)}</option>`)}
    </select>`;
  }

  #renderChip(name: FilterName, {filters, strings}: ControlState) {
    const label = `${strings.filters[name]}: ${textOf(filters[name] ?? '', strings)}`;
    return html`<button
      part="filter"
      type="button"
      aria-label=${strings.remove(label)}
      @click=${(event: Event) => {
        // The chip goes, and focus must not go with it.
        (event.currentTarget as HTMLElement).parentElement?.focus();
        this.#change({[name]: ''});
      }}
    >
      ${label} <span aria-hidden="true">✕</span>
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
    if (event.key !== 'Escape' || !input.value) return;
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
}

function textOf(choice: string, {choices}: Strings): string {
  return choices[choice as keyof Strings['choices']] ?? choice;
}
