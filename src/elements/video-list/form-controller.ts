import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {say} from '../../languages/say.js';
import type {Video} from '../../model/video.js';
import type {LanguageController} from '../language-controller.js';

/** The list, as far as the form around it is concerned. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly name: string | null;
  readonly isRequired: boolean;
  readonly max?: number | null;
  readonly selectedVideos: readonly Video[];
}

/** Makes the list a control of a form: its entries, its validity, and what it remembers. */
export class FormController implements ReactiveController {
  readonly #host: FormHost;
  readonly #internals: ElementInternals;
  readonly #language: LanguageController;
  #name: string | null = '';
  #customMessage = '';

  constructor(host: FormHost, internals: ElementInternals, language: LanguageController) {
    this.#host = host;
    this.#internals = internals;
    this.#language = language;
    host.addController(this);
  }

  hostUpdated() {
    if (this.#host.name !== this.#name) this.sync();
    else this.#judge();
  }

  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.#judge();
  }

  /** Hands the form what is selected now; at once, for it may be sent at once. */
  sync(): void {
    const {name, selectedVideos} = this.#host;
    this.#name = name;
    const entries = new FormData();
    for (const {id} of selectedVideos) if (name) entries.append(name, id);
    // Whole videos: what is on another page is still to be known when the reader comes back.
    this.#internals.setFormValue(entries, JSON.stringify(selectedVideos));
    this.#judge();
  }

  #judge() {
    const {renderRoot, isRequired, max, selectedVideos} = this.#host;
    const {strings} = this.#language;
    const {length} = selectedVideos;
    const flags: ValidityStateFlags = {
      customError: !!this.#customMessage,
      valueMissing: isRequired && length === 0,
      rangeOverflow: !!max && max > 0 && length > max,
    };
    const message =
      this.#customMessage ||
      (flags.valueMissing && strings.required) ||
      (flags.rangeOverflow && say(strings, strings.full, {count: max!})) ||
      '';
    // What a browser puts the focus on; without cards there is only the line that says why.
    const find = (part: string) => renderRoot?.querySelector<HTMLElement>(`[part=${part}]`);
    const anchor = find('grid') ?? find('status') ?? undefined;
    this.#internals.setValidity(message ? flags : {}, message, anchor);
  }
}
