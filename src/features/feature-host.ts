import {isServer} from 'lit';
import {warnOnce} from '../internal/warn-once.js';
import type {Strings} from '../languages/strings.js';
import type {VideoCardElement} from '../elements/video-card/video-card.js';
import type {Cards, Feature, FeatureModule, ListContext, Region} from './feature.js';
import {moduleOf, registry, type FeatureName} from './registry.js';

/** Keys that an option of a listbox takes. */
const OPTION_KEY = /^(Arrow|Home$|End$|Page|Enter$|.$)/;

/**
 * Fetches, starts and stops the features of a list. What the user does on the cards before a feature for it has come is
 * kept, and handed to the feature then.
 */
export class FeatureHost {
  readonly #context: ListContext;
  readonly #installed = new Map<FeatureName, Feature>();
  /** Features that have been asked for, until they are there. */
  readonly #coming = new Map<FeatureName, Promise<void>>();
  readonly #running = new Set<Feature>();
  readonly #failed = new Set<FeatureName>();
  #early: (readonly [Event, VideoCardElement | null])[] = [];

  constructor(context: ListContext) {
    this.#context = context;
  }

  /** Resolves when no feature is on its way. */
  get settled(): Promise<unknown> {
    return Promise.all(this.#coming.values());
  }

  /** The cards, where a feature looks after them. */
  get cards(): Cards | undefined {
    for (const {cards} of this.#running) if (cards) return cards;
    return undefined;
  }

  /** Starts what is wanted now and stops what is not. */
  check(isConnected: boolean): void {
    for (const name of Object.keys(registry) as FeatureName[]) {
      const isWanted = isConnected && registry[name].wants(this.#context);
      if (isWanted && !this.#installed.has(name)) this.#fetch(name);
      const feature = this.#installed.get(name);
      if (!feature || isWanted === this.#running.has(feature)) continue;
      if (isWanted) this.#running.add(feature);
      else this.#running.delete(feature);
      if (!isServer) feature[isWanted ? 'start' : 'stop']?.();
    }
  }

  beforeUpdate(): void {
    for (const feature of this.#running) feature.beforeUpdate?.();
  }

  updated(): void {
    for (const feature of this.#running) feature.updated?.();
    if (this.#early.length > 0 && !this.#coming.has('selection')) {
      const early = this.#early;
      this.#early = [];
      for (const [event, card] of early) this.#handle(event, card);
    }
  }

  /** What a feature draws in a region of the list. */
  render(region: Region, strings: Strings): unknown {
    for (const {regions} of this.#running) {
      const template = regions?.[region]?.(strings);
      if (template) return template;
    }
    return undefined;
  }

  /** What a feature says in the status line. */
  status(strings: Strings): string | undefined {
    for (const feature of this.#running) {
      const status = feature.status?.(strings);
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** Hands an event on the cards to the features. */
  readonly handle = (event: Event): void => {
    const card = (event.target as Element).closest<VideoCardElement>('[part=card]');
    if (this.#coming.has('selection')) this.#keep(event, card);
    else this.#handle(event, card);
  };

  #handle(event: Event, card: VideoCardElement | null) {
    for (const {on} of this.#running) on?.[event.type]?.(event as never, card);
  }

  #keep(event: Event, card: VideoCardElement | null) {
    const {key, ctrlKey, metaKey, altKey} = event as KeyboardEvent;
    if (key !== undefined) {
      const isCommand = (ctrlKey || metaKey) && !/^a$/i.test(key);
      if (!card || altKey || isCommand || !OPTION_KEY.test(key)) return;
      event.preventDefault();
    }
    this.#early.push([event, card]);
  }

  #fetch(name: FeatureName) {
    if (this.#coming.has(name) || this.#failed.has(name)) return;
    const module = moduleOf(name);
    if ('install' in module) this.#installed.set(name, module.install(this.#context));
    else this.#coming.set(name, this.#await(name, module));
  }

  async #await(name: FeatureName, promise: Promise<FeatureModule>) {
    try {
      const module = await promise;
      this.#installed.set(name, module.install(this.#context));
    } catch (cause) {
      this.#failed.add(name);
      warnOnce(`The feature "${name}" could not be loaded: ${String(cause)}`);
    }
    this.#coming.delete(name);
    this.#context.requestUpdate();
  }
}
