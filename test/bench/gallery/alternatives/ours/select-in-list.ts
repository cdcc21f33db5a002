/** Selects one of the rendered cards, as a click does. */
export function selectInList(list: Element, index: number): void {
  list.shadowRoot!.querySelectorAll('video-card')[index]!.click();
}
