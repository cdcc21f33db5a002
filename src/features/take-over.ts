import {isServer} from 'lit';
import type {ListContext} from './feature.js';
import type {FeatureHost} from './feature-host.js';
import {names, registry, type Entry, type FeatureName} from './registry.js';

/**
 * Fetches the features that a server has drawn.
 *
 * @returns Undefined if none is missing; else resolves with whether they could all be loaded.
 */
export function fetchDrawn(
  context: ListContext & {readonly features: FeatureHost},
): Promise<boolean> | undefined {
  const {features} = context;
  const drawn = names.filter((name) => isDrawn(context, name));
  for (const name of drawn) void features.fetch(name);
  return features.settled?.then(() => !drawn.some((name) => features.hasFailed(name)));
}

/** Whether a server has drawn what is seen of a feature; undefined if nothing is ever seen at first. */
export function isDrawn({view}: ListContext, name: FeatureName): boolean | undefined {
  const {part} = registry[name] as Entry;
  if (isServer || !part) return undefined;
  return !!view.root.querySelector(`[part=${part}]:not(.room)`);
}
