import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageOf, toTag} from '../internal/language.js';
import {isTakingOver} from '../internal/server-drawing.js';
import {onLanguage, stringsFor} from '../languages/registry.js';
import {mergeStrings, type StringOverrides, type Strings} from '../languages/strings.js';

/** Language and texts of an element. Immutable. */
export interface Language {
  /** Language tag for formatting dates and durations. */
  readonly tag: string;
  /** Time zone for formatting dates; undefined for the user's, which a server does not know. */
  readonly timeZone: string | undefined;
  /** All texts in this language. */
  readonly strings: Strings;
}

/** An element with texts. */
export interface LanguageHost extends ReactiveControllerHost, Element {
  /** Texts that replace those of the language. */
  readonly strings?: StringOverrides;
  /** The language of the surrounding element, which has already determined it. */
  readonly language?: Language | undefined;
}

const controllers = new Set<LanguageController>();
let observer: MutationObserver | undefined;
/** Observed trees, because hundreds of elements are in the same few trees. */
let roots = new WeakSet<Node>();

const updateAll = () => {
  for (const controller of controllers) controller.update();
};

onLanguage(updateAll);

/** Provides the texts for the nearest `lang`, and renders the element again when `lang` or a language changes. */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  #tag = 'en';
  #strings = stringsFor('en');
  /** Texts of the server-rendered content. A language that loads before hydration is not used yet. */
  #drawn: Strings | undefined;
  /** The last result, and its inputs. */
  #current: Language | undefined;
  #sources: readonly unknown[] = [];

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (this.#host.language) return;
    controllers.add(this);
    this.update();
    if (isTakingOver(this.#host)) void this.current;
    observer ??= new MutationObserver(updateAll);
    // Any ancestor may have `lang`, and a MutationObserver does not cross shadow roots.
    let root = this.#host.getRootNode();
    for (;;) {
      if (!roots.has(root)) observer.observe(root, {subtree: true, attributeFilter: ['lang']});
      roots.add(root);
      if (!(root instanceof ShadowRoot)) break;
      root = root.host.getRootNode();
    }
  }

  hostDisconnected() {
    if (!controllers.delete(this) || controllers.size > 0) return;
    observer?.disconnect();
    roots = new WeakSet();
  }

  /** Determines the language. Renders again only if it has changed for this element. */
  update() {
    const tag = languageOf(this.#host);
    const strings = stringsFor(tag);
    if (tag === this.#tag && strings === this.#strings) return;
    this.#tag = tag;
    this.#strings = strings;
    this.#host.requestUpdate();
  }

  /** The same object while nothing changes. */
  get current(): Language {
    const host = this.#host;
    const {language, strings: overrides} = host;
    if (language) return language;
    const isDrawn = isTakingOver(host);
    // A server does not know the page around the host.
    const tag = isDrawn
      ? (toTag(overrides?.language ?? host.getAttribute('lang') ?? '') ?? 'en')
      : this.#tag;
    const strings = isDrawn ? (this.#drawn ??= stringsFor(tag)) : this.#strings;
    const sources = [tag, isDrawn, strings, overrides];
    if (!this.#current || sources.some((source, at) => source !== this.#sources[at])) {
      this.#sources = sources;
      const timeZone = isDrawn ? 'UTC' : undefined;
      this.#current = {tag, timeZone, strings: mergeStrings(strings, overrides)};
    }
    return this.#current;
  }

  get tag(): string {
    return this.current.tag;
  }

  get strings(): Strings {
    return this.current.strings;
  }
}
