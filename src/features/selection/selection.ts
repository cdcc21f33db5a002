import {VideoSelectEvent, type SelectTrigger} from '../../elements/video-card/video-card.events.js';
import {createPicker, type Picker} from '../../store/picker.js';
import type {Feature, ListContext} from '../feature.js';
import {Options} from './options.js';
import {renderSelectionBar, selectionStatus} from './selection-bar.js';

/** How often a screen reader says how many videos have been loaded to be selected: there may be a hundred requests. */
const SPOKEN_STEPS = 4;

/** Selecting by keyboard and pointer, and the line that says how many are selected. */
export function install(context: ListContext): Feature {
  let trigger: SelectTrigger = 'keyboard';
  const picker: Picker = createPicker(context.selection, {
    blocked: context.blockedReason,
    offer: (video, index) => {
      const event = new VideoSelectEvent({video, index, trigger});
      return context.dispatch(event);
    },
  });
  /** Says what the user picks with, before they do. */
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
