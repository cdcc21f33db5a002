/** The language of an element: the nearest `lang`, across shadow roots, else the user's. */
export function languageOf(element: Element): string {
  const speaker = element.closest('[lang]');
  const root = element.getRootNode();
  if (!speaker && root instanceof ShadowRoot) return languageOf(root.host);
  return toTag(speaker?.getAttribute('lang') ?? '') ?? toTag(navigator.language) ?? 'en';
}

/** A `lang` may say anything, and a browser may name its system's "C"; `Intl` throws for what is no tag. */
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

/** Every card asks for the same few. */
const tags = new Map<string, string | undefined>();
