import type {PreviewController} from '../../features/preview/preview.js';
import type {PreviewHost} from './preview.js';

/** Events that start and end a preview. */
const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];

/** The module for previews. */
export interface PreviewModule {
  readonly PreviewController: new (host: PreviewHost) => PreviewController;
}

/** The module, if it has loaded. `define/all` sets it before the first card is created. */
export const previewModule: {loaded?: PreviewModule} = {};

/** Loads the module for previews, and then handles the last event that has been fired since. */
export async function loadPreview(host: PreviewHost): Promise<PreviewController> {
  let last: Event | undefined;
  const listener = (event: Event) => (last = event);
  for (const type of EVENTS) host.addEventListener(type, listener);
  const {PreviewController} = (previewModule.loaded ??=
    await import('../../features/preview/preview.js'));
  for (const type of EVENTS) host.removeEventListener(type, listener);
  const controller = new PreviewController(host);
  if (last) controller.handleEvent(last);
  return controller;
}
