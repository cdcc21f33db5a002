/**
 * The colours that were chosen, before anything is painted: a script that the parser waits for, so that no page
 * is light first and dark then. Primer's tokens, on the page of themes, go by attributes of their own.
 */
(() => {
  const root = document.documentElement;
  const schemes = {auto: 'light dark', light: 'light', dark: 'dark'};
  globalThis.applyScheme = (name) => {
    root.style.colorScheme = schemes[name] ?? schemes.auto;
    Object.assign(root.dataset, {
      colorMode: name in schemes ? name : 'auto',
      lightTheme: 'light',
      darkTheme: 'dark',
    });
  };
  let kept;
  try {
    kept = localStorage.getItem('scheme');
  } catch {
    // Where nothing may be stored, the system's colours.
  }
  globalThis.applyScheme(kept ?? 'auto');
})();
