import type {ListContext} from '../../features/feature.js';
import {formatPhrase} from '../../languages/format-phrase.js';

/** Makes the list a form control: form entries, validity, reset and restored state. */
export class FormControl {
  readonly #context: ListContext;
  readonly #internals: ElementInternals;
  #name: string | null = '';
  #customMessage = '';
  /** Whether the user has visited the list, or has seen a validation message. */
  #isVisited = false;

  constructor(context: ListContext, internals: ElementInternals) {
    this.#context = context;
    this.#internals = internals;
    const {list} = context;
    list.addEventListener('invalid', this.#visit);
    list.addEventListener('focusout', ({relatedTarget}) => {
      if (!list.contains(relatedTarget as Node | null)) this.#visit();
    });
  }

  /** Whether to show the selection as invalid. As with a native control, not before the user has visited it. */
  get isInvalid(): boolean {
    return this.#isVisited && !this.#internals.validity.valid;
  }

  updated(): void {
    if (this.#context.settings.name !== this.#name) this.sync();
    else this.#validate();
  }

  /** Restores the initial state. */
  reset(): void {
    this.#isVisited = false;
    this.#context.selection.reset();
    this.#context.requestUpdate();
  }

  /** Checks the validity without showing it to the user. */
  check(): boolean {
    const isVisited = this.#isVisited;
    const isValid = this.#internals.checkValidity();
    this.#isVisited = isVisited;
    return isValid;
  }

  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.#validate();
  }

  /** Passes the selection to the form at once, because the form may be submitted next. */
  sync(): void {
    const {settings, selection} = this.#context;
    const {name} = settings;
    const {videos} = selection;
    this.#name = name;
    const entries = new FormData();
    for (const {id} of videos) if (name) entries.append(name, id);
    // The restored state has whole videos, because selected videos may be on pages that are not loaded then.
    this.#internals.setFormValue(entries, JSON.stringify(videos));
    this.#validate();
  }

  #visit = () => {
    if (this.#isVisited) return;
    this.#isVisited = true;
    this.#context.requestUpdate();
  };

  #validate() {
    const {settings, selection, strings, view} = this.#context;
    const {max, required} = settings;
    const {length} = selection.videos;
    const flags: ValidityStateFlags = {
      customError: !!this.#customMessage,
      valueMissing: required && selection.isOn && length === 0,
      rangeOverflow: !!max && max > 0 && length > max,
    };
    const message =
      this.#customMessage ||
      (flags.valueMissing && strings.required) ||
      (flags.rangeOverflow && formatPhrase(strings, strings.full, {count: max!})) ||
      '';
    // The element that the browser focuses. Without cards, it is the status line.
    const anchor = view.grid ?? view.status ?? undefined;
    this.#internals.setValidity(message ? flags : {}, message, anchor);
    // Chromium would expose every control with a failed validation as invalid.
    this.#internals.ariaInvalid = `${this.isInvalid}`;
  }
}
