import type {PreviewController} from '../../features/preview/preview-controller.js';
import type {PreviewHost} from './preview.js';

/** What begins a preview, and what ends it. */
const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];

/** Fetches what shows previews. It begins with what the user has done last while it was on its way. */
export async function loadPreview(host: PreviewHost): Promise<PreviewController> {
  let last: Event | undefined;
  const note = (event: Event) => (last = event);
  for (const type of EVENTS) host.addEventListener(type, note);
  const {PreviewController} = await import('../../features/preview/preview-controller.js');
  for (const type of EVENTS) host.removeEventListener(type, note);
  const controller = new PreviewController(host);
  if (last) controller.handleEvent(last);
  return controller;
}
