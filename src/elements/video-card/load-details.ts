import type * as details from '../../features/details/details.js';
import {warnOnce} from '../../internal/warn-once.js';

/** The module that renders `show` and `progress`, if it has loaded. `define/all` sets it before the first card is created. */
export const detailsModule: {loaded?: typeof details} = {};

/** Loads the module. Never rejects. */
export async function loadDetails(): Promise<void> {
  try {
    detailsModule.loaded ??= await import('../../features/details/details.js');
  } catch (cause) {
    warnOnce(`details could not be loaded: ${String(cause)}`);
  }
}
