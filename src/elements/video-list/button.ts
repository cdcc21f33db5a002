import {html, nothing} from 'lit';

/**
 * A button. If it is disabled, it keeps the focus, but cannot be reached with Tab.
 *
 * @param name - Accessible name, if the content is a symbol.
 */
export function renderButton(
  part: string,
  content: unknown,
  press: (click: MouseEvent) => unknown,
  isEnabled = true,
  name: unknown = nothing,
) {
  return html`<button
    part=${part}
    type="button"
    aria-disabled=${!isEnabled}
    tabindex=${isEnabled ? nothing : -1}
    aria-label=${name}
    @click=${isEnabled ? press : nothing}
  >
    ${content}
  </button>`;
}
