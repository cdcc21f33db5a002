import type {PreviewController} from '../../features/preview/preview.js';
import type {PreviewHost} from './preview.js';

/** Events that start and end a preview. */
const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];

/** The module for previews. */
export interface PreviewModule {
  readonly PreviewController: new (host: PreviewHost) => PreviewController;
}

/** The module, if it has loaded. With `define/all`, it is set from the start. */
export const previewModule: {loaded?: PreviewModule} = {};

/** Loads the module for previews, and then handles the latest event that happened meanwhile. */
export async function loadPreview(host: PreviewHost): Promise<PreviewController> {
  let last: Event | undefined;
  const note = (event: Event) => (last = event);
  for (const type of EVENTS) host.addEventListener(type, note);
  const {PreviewController} = (previewModule.loaded ??=
    await import('../../features/preview/preview.js'));
  for (const type of EVENTS) host.removeEventListener(type, note);
  const controller = new PreviewController(host);
  if (last) controller.handleEvent(last);
  return controller;
}
