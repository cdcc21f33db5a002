import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageOf, toTag} from '../internal/language.js';
import {isTakingOver} from '../internal/server-drawing.js';
import {onLanguage, stringsFor} from '../languages/registry.js';
import {mergeStrings, type StringOverrides, type Strings} from '../languages/strings.js';

/** What an element speaks. Never changes: another language is another object. */
export interface Language {
  /** The language tag that dates and durations are written by. */
  readonly tag: string;
  /** The time zone that dates are written in; undefined for the user's, which a server does not know. */
  readonly timeZone: string | undefined;
  /** All words, as the element speaks them. */
  readonly strings: Strings;
}

/** An element that speaks. */
export interface LanguageHost extends ReactiveControllerHost, Element {
  /** Words in place of those of the language. */
  readonly strings?: StringOverrides;
  /** The language of the element around it, which has found it already. */
  readonly language?: Language | undefined;
}

const controllers = new Set<LanguageController>();
let observer: MutationObserver | undefined;
/** What is observed already: hundreds of elements are in the same few trees. */
let roots = new WeakSet<Node>();

const updateAll = () => {
  for (const controller of controllers) controller.update();
};

onLanguage(updateAll);

/** Gives an element the words of the nearest `lang`, and renders it again when that, or a language, changes. */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  #tag = 'en';
  #strings = stringsFor('en');
  /** What a server has spoken; a language that arrives before the host is taken over does not count yet. */
  #drawn: Strings | undefined;
  /** The last answer, and what it was made of. */
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
    // A `lang` may be anywhere above, and an observer does not see into shadow trees, nor out of them.
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

  /** Looks the language up. Renders again only if it has changed for this element. */
  update() {
    const tag = languageOf(this.#host);
    const strings = stringsFor(tag);
    if (tag === this.#tag && strings === this.#strings) return;
    this.#tag = tag;
    this.#strings = strings;
    this.#host.requestUpdate();
  }

  /** The same object for as long as nothing changes. */
  get current(): Language {
    const host = this.#host;
    const {language, strings: overrides} = host;
    if (language) return language;
    const isDrawn = isTakingOver(host);
    // A server knows of no page around the host.
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
