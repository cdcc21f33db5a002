import type {ReactiveControllerHost} from 'lit';
import type {CoversModule} from '../../features/covers/covers.js';

/**
 * What shows covers in the right width, once it is here; null when it could not be fetched. With `define/all`, it is here from
 * the start.
 */
export const coversModule: {loaded?: CoversModule | null} = {};

let loading: Promise<unknown> | undefined;

/** What shows covers in the right width; undefined while it is on its way. The element is then drawn again. */
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
