/**
 * Applies the stored colour scheme. A blocking script, so that no page is painted in another scheme first. The attributes are
 * for Primer's tokens on the themes page.
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
  let stored;
  try {
    stored = localStorage.getItem('scheme');
  } catch {
    // Storage is blocked: uses the scheme of the system.
  }
  globalThis.applyScheme(stored ?? 'auto');
})();
