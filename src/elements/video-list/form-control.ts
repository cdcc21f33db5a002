import type {ListContext} from '../../features/feature.js';
import {formatPhrase} from '../../languages/format-phrase.js';

/** Makes the list a control of a form: its entries, its validity, and what it remembers. */
export class FormControl {
  readonly #context: ListContext;
  readonly #internals: ElementInternals;
  #name: string | null = '';
  #customMessage = '';
  /** Whether the user has been in the list, or was told what is wrong. */
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

  /** Whether what is selected is called wrong: as with a native control, not before the user has been there. */
  get isInvalid(): boolean {
    return this.#isVisited && !this.#internals.validity.valid;
  }

  updated(): void {
    if (this.#context.settings.name !== this.#name) this.sync();
    else this.#judge();
  }

  /** Everything is as it was before the user came. */
  reset(): void {
    this.#isVisited = false;
    this.#context.selection.reset();
    this.#context.requestUpdate();
  }

  /** Looks whether the form would accept what is selected, without telling the user. */
  check(): boolean {
    const isVisited = this.#isVisited;
    const isValid = this.#internals.checkValidity();
    this.#isVisited = isVisited;
    return isValid;
  }

  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.#judge();
  }

  /** Hands the form what is selected now; at once, for it may be sent at once. */
  sync(): void {
    const {settings, selection} = this.#context;
    const {name} = settings;
    const {videos} = selection;
    this.#name = name;
    const entries = new FormData();
    for (const {id} of videos) if (name) entries.append(name, id);
    // Whole videos: what is on another page is still to be known when the user comes back.
    this.#internals.setFormValue(entries, JSON.stringify(videos));
    this.#judge();
  }

  #visit = () => {
    if (this.#isVisited) return;
    this.#isVisited = true;
    this.#context.requestUpdate();
  };

  #judge() {
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
    // What a browser puts the focus on; without cards there is only the line that says why.
    const anchor = view.grid ?? view.status ?? undefined;
    this.#internals.setValidity(message ? flags : {}, message, anchor);
    // Chromium calls every form control invalid that its form would not accept.
    this.#internals.ariaInvalid = `${this.isInvalid}`;
  }
}
