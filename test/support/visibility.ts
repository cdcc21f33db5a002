afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

/** Simulates a hidden or visible page, because tests cannot move a tab into the background. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
  document.dispatchEvent(new Event('visibilitychange'));
}
