import type {SelectTrigger} from './video-card.events.js';

/** What a click was made with. A click without a pointer comes from a key or from assistive technology. */
export function selectTrigger(click: MouseEvent): SelectTrigger {
  const {detail, pointerType} = click as MouseEvent & {
    pointerType?: 'mouse' | 'touch' | 'pen' | '';
  };
  // Safari before 18.2 has no pointer on clicks; Firefox counts a key as one click, so `detail` is second best.
  return (pointerType ?? (detail && 'mouse')) || 'keyboard';
}

/** Whether a click asks the browser for a new tab, a new window or a download instead. */
export function opensElsewhere(click: MouseEvent): boolean {
  return click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
}
