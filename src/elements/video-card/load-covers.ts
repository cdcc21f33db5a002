import type {ReactiveControllerHost} from 'lit';
import type {CoversModule} from '../../features/covers/covers.js';

/**
 * The module that selects covers of a suitable width: unset until it has loaded, null if loading has failed. `define/all`
 * sets it before the first card is created.
 */
export const coversModule: {loaded?: CoversModule | null} = {};

let loading: Promise<unknown> | undefined;

/** The module for covers; undefined while it is loading. The element is rendered again afterwards. */
export function loadCovers(
  element: Pick<ReactiveControllerHost, 'requestUpdate'>,
): CoversModule | null | undefined {
  if (coversModule.loaded === undefined) {
    loading ??= import('../../features/covers/covers.js').then(
      (module) => (coversModule.loaded = module),
      () => (coversModule.loaded = null),
    );
    void loading.then(() => element.requestUpdate());
  }
  return coversModule.loaded;
}
