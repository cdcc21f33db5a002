import {isServer} from 'lit';
import type {ListContext} from './feature.js';
import type {FeatureHost} from './feature-host.js';
import {names, registry, type Entry, type FeatureName} from './registry.js';

/**
 * Loads the features that are part of the server-rendered HTML.
 *
 * @returns Undefined if all are loaded. Otherwise a promise of `true`, or of `false` if one could not be loaded.
 */
export function fetchServerDrawn(
  context: ListContext & {readonly features: FeatureHost},
): Promise<boolean> | undefined {
  const {features} = context;
  const drawn = names.filter((name) => isDrawn(context, name));
  for (const name of drawn) void features.fetch(name);
  return features.settled?.then(() => !drawn.some((name) => features.hasFailed(name)));
}

/** Whether the server-rendered HTML contains a feature; undefined for features without a `part`. */
export function isDrawn({view}: ListContext, name: FeatureName): boolean | undefined {
  const {part} = registry[name] as Entry;
  if (isServer || !part) return undefined;
  return !!view.root.querySelector(`[part=${part}]:not(.room)`);
}
