/** The language of an element: the nearest `lang`, across shadow roots, otherwise the user's language. */
export function languageOf(element: Element): string {
  const ancestor = element.closest('[lang]');
  const root = element.getRootNode();
  if (!ancestor && root instanceof ShadowRoot) return languageOf(root.host);
  return toTag(ancestor?.getAttribute('lang') ?? '') ?? toTag(navigator.language) ?? 'en';
}

/**
 * Normalizes a language tag; undefined if it is not valid, because `Intl` throws for invalid tags. `lang` may contain any text,
 * and the language of a browser may be "C".
 */
export function toTag(text: string): string | undefined {
  if (!tags.has(text)) tags.set(text, parseTag(text));
  return tags.get(text);
}

function parseTag(text: string) {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return undefined;
  }
}

/** Cached, because all cards need the same few tags. */
const tags = new Map<string, string | undefined>();
