import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageOf, toTag} from '../internal/language.js';
import {onLanguage, stringsFor} from '../languages/registry.js';
import {mergeStrings, type StringOverrides, type Strings} from '../languages/strings.js';

/** An element that speaks. */
export interface LanguageHost extends ReactiveControllerHost, Element {
  /** Words in place of those of the language. */
  readonly strings?: StringOverrides;
  /** Whether the element is being drawn on a server, or as it was there. */
  readonly isTakingOver: boolean;
}

const controllers = new Set<LanguageController>();
let observer: MutationObserver | undefined;

const updateAll = () => {
  for (const controller of controllers) controller.update();
};

onLanguage(updateAll);

/** Gives an element the words of the nearest `lang`, and draws it anew when that, or a language, changes. */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  #tag = 'en';
  #strings = stringsFor('en');

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    controllers.add(this);
    this.update();
    observer ??= new MutationObserver(updateAll);
    // A `lang` may be anywhere above, and an observer does not see into shadow trees, nor out of them.
    let root = this.#host.getRootNode();
    for (;;) {
      observer.observe(root, {subtree: true, attributeFilter: ['lang']});
      if (!(root instanceof ShadowRoot)) break;
      root = root.host.getRootNode();
    }
  }

  hostDisconnected() {
    controllers.delete(this);
    if (controllers.size === 0) observer?.disconnect();
  }

  /** Looks the language up; a card among hundreds is not drawn anew for another one's. */
  update() {
    const tag = languageOf(this.#host);
    const strings = stringsFor(tag);
    if (tag === this.#tag && strings === this.#strings) return;
    this.#tag = tag;
    this.#strings = strings;
    this.#host.requestUpdate();
  }

  /** The language tag that dates and durations are written by. */
  get tag(): string {
    const {isTakingOver, strings} = this.#host;
    // A server knows of no page around the host.
    return isTakingOver
      ? (toTag(strings?.language ?? this.#host.getAttribute('lang') ?? '') ?? 'en')
      : this.#tag;
  }

  /** The time zone that dates are written in; undefined for the reader's, which a server does not know. */
  get timeZone(): string | undefined {
    return this.#host.isTakingOver ? 'UTC' : undefined;
  }

  /** All words, as the host speaks them. */
  get strings(): Strings {
    const {isTakingOver, strings} = this.#host;
    return mergeStrings(isTakingOver ? stringsFor(this.tag) : this.#strings, strings);
  }
}
