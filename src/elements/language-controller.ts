import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageOf} from '../internal/language.js';
import {onLanguage, stringsFor} from '../languages/registry.js';
import {mergeStrings, type StringOverrides, type Strings} from '../languages/strings.js';

/** An element that speaks. */
export interface LanguageHost extends ReactiveControllerHost, Element {
  /** Words in place of those of the language. */
  readonly strings?: StringOverrides;
}

const hosts = new Set<LanguageHost>();
let observer: MutationObserver | undefined;

const updateAll = () => {
  for (const host of hosts) host.requestUpdate();
};

onLanguage(updateAll);

/** Gives an element the words of the nearest `lang`, and draws it anew when that, or a language, changes. */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.#host);
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
    hosts.delete(this.#host);
    if (hosts.size === 0) observer?.disconnect();
  }

  /** All words, as the host speaks them. */
  get strings(): Strings {
    const {strings} = this.#host;
    return mergeStrings(stringsFor(languageOf(this.#host)), strings);
  }
}
