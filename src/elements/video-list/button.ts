import {html, nothing} from 'lit';

/**
 * A button. One that cannot be used at present keeps its focus, but is no stop of the Tab key.
 *
 * @param name - Its name, where what is on it is no word.
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
