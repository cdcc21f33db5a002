import {html, nothing} from 'lit';
import {say} from '../../languages/say.js';
import type {Strings} from '../../languages/strings.js';
import {selectTrigger} from '../video-card/select-trigger.js';
import {renderButton} from './button.js';
import type {SelectionController} from './selection-controller.js';

/** What the line has to know beside what is selected. */
export interface SelectionBarOptions {
  readonly max?: number | null | undefined;
  readonly loadedCount: number;
  readonly isDisabled: boolean;
}

/** The line of a multiple selection: how many, or why no more, and buttons for all and none. */
export function renderSelectionBar(
  selection: SelectionController,
  {max, loadedCount, isDisabled}: SelectionBarOptions,
  strings: Strings,
) {
  const count = selection.videos.length;
  const counted = max
    ? say(strings, strings.selectedOf, {count, max})
    : say(strings, strings.selected, {count});
  const all = say(strings, strings.selectAll, {count: loadedCount});
  const pickAll = (click: MouseEvent) => selection.pickAll(selectTrigger(click));
  const clear = () => selection.clear();
  return html`<div part="selection">
    <span part="selected">${refusalText(selection, max, strings) ?? counted}</span>
    ${max || isDisabled ? nothing : renderButton('select-all', all, pickAll)}
    ${isDisabled ? nothing : renderButton('clear-selection', strings.clearSelection, clear, count > 0)}
  </div>`;
}

/** Why the latest pick came to nothing, in words. */
export function refusalText(
  {refusal}: SelectionController,
  max: number | null | undefined,
  strings: Strings,
): string | undefined {
  if (refusal === 'full') return say(strings, strings.full, {count: max ?? 0});
  return refusal?.reason;
}
