afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

/** Hides the page, as far as it can tell, or shows it again: no test can put a tab into the background. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
  document.dispatchEvent(new Event('visibilitychange'));
}
