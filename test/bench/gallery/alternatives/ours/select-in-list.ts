/** Picks the card at a place among those that are drawn, as a click on it does. */
export function selectInList(list: Element, index: number): void {
  list.shadowRoot!.querySelectorAll('video-card')[index]!.click();
}
