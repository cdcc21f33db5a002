import {html, nothing} from 'lit';
import {renderButton} from '../../elements/video-list/button.js';
import {selectTrigger} from '../../elements/video-card/select-trigger.js';
import type {SelectTrigger} from '../../elements/video-card/video-card.events.js';
import {failureText} from '../../languages/failure-text.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import type {Picker} from '../../store/picker.js';
import type {ListContext} from '../feature.js';

/**
 * The bar of a multiple selection: the number of selected videos, or why no more can be selected, and buttons that select all
 * and that clear the selection.
 */
export function renderSelectionBar(
  context: ListContext,
  pickWith: (trigger: SelectTrigger) => Picker,
): unknown {
  const {selection, settings, store, strings, isDisabled} = context;
  const {phase, items} = store.state;
  if (!selection.isMultiple || phase !== 'ready') return undefined;
  const {max} = settings;
  const count = selection.videos.length;
  const counted = max
    ? formatPhrase(strings, strings.selectedOf, {count, max})
    : formatPhrase(strings, strings.selected, {count});
  const all = formatPhrase(strings, strings.selectAll, {count: items.loadedCount});
  const pickAll = (click: MouseEvent) => void pickWith(selectTrigger(click)).pickAll();
  const clear = () => pickWith('keyboard').clear();
  const stop = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !store.state.selection.progress) return;
    pickWith('keyboard').stop();
    event.preventDefault();
  };
  return html`<div part="selection" @keydown=${stop}>
    <span part="selected">${selectionStatus(context, strings) ?? counted}</span>
    ${max || isDisabled ? nothing : renderButton('select-all', all, pickAll)}
    ${isDisabled ? nothing : renderButton('clear-selection', strings.clearSelection, clear, count > 0)}
  </div>`;
}

/**
 * Text that replaces the number of selected videos: the progress of loading, or why the last pick changed nothing.
 *
 * @param steps - Number of steps in which the progress is announced. Default: every change.
 */
export function selectionStatus(
  context: ListContext,
  strings: Strings,
  steps = Infinity,
): string | undefined {
  const {progress} = context.store.state.selection;
  if (!progress) return refusalText(context, strings);
  const {done, total} = progress;
  const step = Math.ceil(total / steps) || 1;
  return formatPhrase(strings, strings.loadingSelection, {done: done - (done % step), total});
}

/** Why the last pick changed nothing, as text. */
function refusalText({store, settings}: ListContext, strings: Strings): string | undefined {
  const {refusal} = store.state.selection;
  if (refusal === 'full') return formatPhrase(strings, strings.full, {count: settings.max ?? 0});
  if (!refusal) return undefined;
  return 'reason' in refusal ? refusal.reason : failureText(refusal.error, strings);
}
