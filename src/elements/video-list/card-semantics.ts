import type {VideoCardElement} from '../video-card/video-card.js';

/** What a card is to screen readers. */
export interface CardSemantics {
  /** Whether it is an option of a listbox; else it is an item of a list. */
  readonly isOption: boolean;
  /** Whether an option can have the focus. */
  readonly isFocusable: boolean;
  /** Cards in the whole list, whether they are in the document or not. */
  readonly setSize: number;
}

/**
 * Says it with attributes: not every tool sees what an element tells its internals. An item that is on its
 * way is nothing to anybody yet; an option may have the focus already.
 */
export function setSemantics(
  card: VideoCardElement,
  {isOption, isFocusable, setSize}: CardSemantics,
): void {
  const {index, selected, skeleton, blocked} = card;
  const isMute = skeleton && !isOption;
  const attributes: Readonly<Record<string, string | null>> = {
    role: isOption ? 'option' : isMute ? null : 'listitem',
    tabindex: isFocusable ? '-1' : null,
    'aria-hidden': isMute ? 'true' : null,
    'aria-posinset': `${index + 1}`,
    'aria-setsize': `${setSize}`,
    'aria-selected': isOption ? `${selected}` : null,
    'aria-disabled': isOption && (skeleton || blocked) ? 'true' : null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === card.getAttribute(name)) continue;
    if (value === null) card.removeAttribute(name);
    else card.setAttribute(name, value);
  }
}
