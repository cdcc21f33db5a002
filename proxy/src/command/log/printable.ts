/**
 * Characters that a terminal or a log viewer may act on: controls, C1 controls (`\x9b` begins an escape sequence),
 * line and paragraph separators, and marks that change the direction of text.
 */
const ACTIVE = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The same text, with such characters as `\u009b`. A line of JSON stays the same JSON. */
export function printable(text: string): string {
  return text.replace(
    ACTIVE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The beginning of a long text, and how much is missing. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength)}… (${text.length - maxLength} more)`;
}
