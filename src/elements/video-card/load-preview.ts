import type {PreviewController} from '../../features/preview/preview.js';
import type {PreviewHost} from './preview.js';

/** What begins a preview, and what ends it. */
const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];

/** What shows previews. */
export interface PreviewModule {
  readonly PreviewController: new (host: PreviewHost) => PreviewController;
}

/** Its module, once it is here. With `define/all`, it is from the start. */
export const previewModule: {loaded?: PreviewModule} = {};

/** Fetches what shows previews. It begins with what the user has done last while it was on its way. */
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
