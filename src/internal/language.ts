/** The language of an element: the nearest `lang`, across shadow roots, else the reader's own. */
export function languageOf(element: Element): string {
  const lang = element.closest<HTMLElement>('[lang]')?.lang;
  const root = element.getRootNode();
  if (!lang && root instanceof ShadowRoot) return languageOf(root.host);
  try {
    // A page's `lang` may say anything, and `Intl` throws for what is no language tag.
    return new Intl.Locale(lang ?? '').baseName;
  } catch {
    return navigator.language;
  }
}
