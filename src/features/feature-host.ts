import {isServer} from 'lit';
import type {VideoCardElement} from '../elements/video-card/video-card.js';
import {afterFirstPaint} from '../internal/after-paint.js';
import {isTakingOver} from '../internal/server-drawing.js';
import {warnOnce} from '../internal/warn-once.js';
import type {Strings} from '../languages/strings.js';
import {EarlyEvents} from './early-events.js';
import type {Cards, Feature, ListContext, Region} from './feature.js';
import {loaded, names, registry, type Entry, type FeatureName} from './registry.js';
import {isDrawn} from './server-drawn-features.js';

/**
 * Loads, starts and stops the features of a list. Events on the cards that happen while their feature is loading are queued
 * and handled afterwards.
 */
export class FeatureHost {
  readonly #context: ListContext;
  readonly #early: EarlyEvents;
  readonly #installed = new Map<FeatureName, Feature>();
  /** Features that are loading. */
  readonly #loading = new Map<FeatureName, Promise<void>>();
  readonly #failed = new Set<FeatureName>();
  /** In the order of the registry, not in the order in which they have loaded. */
  #running: readonly Feature[] = [];

  constructor(context: ListContext) {
    this.#context = context;
    this.#early = new EarlyEvents(context, (event, card) => {
      for (const {on} of this.#running) on?.[event.type]?.(event as never, card);
    });
  }

  /** Resolves when all loading features have loaded or failed; undefined if none is loading. */
  get settled(): Promise<unknown> | undefined {
    return this.#loading.size > 0 ? Promise.all(this.#loading.values()) : undefined;
  }

  /** The cards, if a feature manages them. */
  get cards(): Cards | undefined {
    return this.#running.find(({cards}) => cards)?.cards;
  }

  isComing(name: FeatureName): boolean {
    return this.#loading.has(name);
  }

  hasFailed(name: FeatureName): boolean {
    return this.#failed.has(name);
  }

  /**
   * Loads a feature now, even if loading has failed before.
   *
   * @returns Undefined if it has loaded; otherwise a promise that resolves when it has loaded or failed.
   */
  fetch(name: FeatureName): Promise<void> | undefined {
    this.#failed.delete(name);
    this.#install(name, true);
    return this.#loading.get(name);
  }

  /** Starts the features that the list uses now, and stops the others. */
  check(isConnected: boolean): void {
    const before = this.#running;
    const running: Feature[] = [];
    for (const name of names) {
      if (!isConnected || !registry[name].wants(this.#context)) continue;
      this.#install(name);
      const feature = this.#installed.get(name);
      if (feature && !this.#isLeftOut(name)) running.push(feature);
    }
    this.#running = running;
    if (isServer) return;
    for (const feature of before) if (!running.includes(feature)) feature.stop?.();
    for (const feature of running) if (!before.includes(feature)) feature.start?.();
  }

  beforeUpdate(): void {
    for (const feature of this.#running) feature.beforeUpdate?.();
  }

  updated(): void {
    for (const feature of this.#running) feature.updated?.();
    if (!this.#keeper) void this.#early.replay();
  }

  /** What a feature renders in a region of the list. */
  render(region: Region, strings: Strings): unknown {
    for (const {regions} of this.#running) {
      const template = regions?.[region]?.(strings);
      if (template !== undefined) return template;
    }
    return undefined;
  }

  /** Text of a feature for the status line. */
  status(strings: Strings): string | undefined {
    for (const feature of this.#running) {
      const status = feature.status?.(strings);
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** Passes an event on the cards to the features. */
  readonly handle = (event: Event): void => {
    const card = (event.target as Element).closest<VideoCardElement>('[part=card]');
    this.#early.handle(event, card, this.#keeper);
  };

  /** Selects the events that wait for a feature that is loading. */
  get #keeper() {
    const loading = names.find((name) => this.#loading.has(name) && 'keeps' in registry[name]);
    return loading && (registry[loading] as Entry).keeps;
  }

  /** During hydration, a feature that is not in the server-rendered HTML is not rendered. */
  #isLeftOut(name: FeatureName) {
    const context = this.#context;
    const {list} = context;
    return isTakingOver(list) && isDrawn(context, name) === false;
  }

  /** Installs a feature: at once if its module has loaded, otherwise after loading it. */
  #install(name: FeatureName, isUrgent = registry[name].isUrgent(this.#context)) {
    const module = loaded[name];
    if (this.#installed.has(name)) return;
    if (module) this.#installed.set(name, module.install(this.#context));
    else if (!isServer && !this.#loading.has(name) && !this.#failed.has(name)) {
      const {phase} = this.#context.store.state;
      if (isUrgent) this.#loading.set(name, this.#fetch(name));
      else if (/ready|empty|error/.test(phase)) {
        this.#loading.set(name, this.#fetch(name, afterFirstPaint()));
      }
    }
  }

  async #fetch(name: FeatureName, start?: Promise<unknown>) {
    try {
      await start;
      const module = (loaded[name] ??= await registry[name].load());
      this.#installed.set(name, module.install(this.#context));
    } catch (cause) {
      this.#failed.add(name);
      warnOnce(`The feature "${name}" could not be loaded: ${String(cause)}`);
    }
    this.#loading.delete(name);
    this.#context.requestUpdate();
  }
}
