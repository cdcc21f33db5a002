import type * as details from '../../features/details/details.js';
import {warnOnce} from '../../internal/warn-once.js';

/** The module that draws `show` and `progress`, once it is here. With `define/all`, it is from the start. */
export const detailsModule: {loaded?: typeof details} = {};

/** Fetches it. Never rejects. */
export async function loadDetails(): Promise<void> {
  try {
    detailsModule.loaded ??= await import('../../features/details/details.js');
  } catch (cause) {
    warnOnce(`details could not be loaded: ${String(cause)}`);
  }
}
