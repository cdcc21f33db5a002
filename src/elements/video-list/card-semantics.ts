import type {VideoCardElement} from '../video-card/video-card.js';

/** ARIA semantics of a card. */
export interface CardSemantics {
  /** Whether it is an option of a listbox; otherwise it is an item of a list. */
  readonly isOption: boolean;
  /** Whether an option can have the focus. */
  readonly isFocusable: boolean;
  /** Number of items in the whole list. */
  readonly setSize: number;
}

/**
 * Uses attributes, because not all tools read ElementInternals. An item that has not loaded is hidden from screen readers;
 * an option is not, because it may have the focus.
 */
export function setSemantics(
  card: VideoCardElement,
  {isOption, isFocusable, setSize}: CardSemantics,
): void {
  const {index, selected, skeleton, blocked} = card;
  const isSilent = skeleton && !isOption;
  const attributes: Readonly<Record<string, string | null>> = {
    role: isOption ? 'option' : isSilent ? null : 'listitem',
    tabindex: isFocusable ? '-1' : null,
    'aria-hidden': isSilent ? 'true' : null,
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
