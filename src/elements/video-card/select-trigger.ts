import type {SelectTrigger} from './video-card.events.js';

/** The input device of a click. A click without a pointer comes from a key or from assistive technology. */
export function selectTrigger(click: MouseEvent): SelectTrigger {
  const {detail, pointerType} = click as MouseEvent & {
    pointerType?: 'mouse' | 'touch' | 'pen' | '';
  };
  // Safari before 18.2 has no `pointerType` on clicks. `detail` is less reliable: Firefox sets it to 1 for keys.
  return (pointerType ?? (detail && 'mouse')) || 'keyboard';
}

/** Whether a click opens a new tab or window, or starts a download. */
export function opensElsewhere(click: MouseEvent): boolean {
  return click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
}
