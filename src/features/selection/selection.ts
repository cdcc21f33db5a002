import {VideoSelectEvent, type SelectTrigger} from '../../elements/video-card/video-card.events.js';
import {createPicker, type Picker} from '../../store/picker.js';
import type {Feature, ListContext} from '../feature.js';
import {Options} from './options.js';
import {renderSelectionBar, selectionStatus} from './selection-bar.js';

/** Number of announcements while the videos to select are being loaded, which may take a hundred requests. */
const SPOKEN_STEPS = 4;

/** Selection by keyboard and pointer, and the bar with the number of selected videos. */
export function install(context: ListContext): Feature {
  let trigger: SelectTrigger = 'keyboard';
  const picker: Picker = createPicker(context.selection, {
    blocked: context.blockedReason,
    offer: (video, index) => {
      const event = new VideoSelectEvent({video, index, trigger});
      return context.dispatch(event);
    },
  });
  /** Returns the picker, and sets the `trigger` of the next `video-select`. */
  const pickWith = (nextTrigger: SelectTrigger) => {
    trigger = nextTrigger;
    return picker;
  };
  const options = new Options(context, pickWith);
  return {
    updated: () => options.updated(),
    stop: () => {
      picker.stop();
      options.stop();
    },
    on: {
      click: options.click,
      keydown: options.keyDown,
      focusin: options.focusIn,
      focusout: options.focusOut,
    },
    regions: {selection: () => renderSelectionBar(context, pickWith)},
    status: (strings) => selectionStatus(context, strings, SPOKEN_STEPS) ?? options.status,
  };
}
