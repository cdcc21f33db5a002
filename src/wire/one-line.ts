/**
 * Makes an untrusted text safe for one line of a log or a console: line breaks and control characters, also those that
 * change the direction of text, become single spaces.
 *
 * @param maxLength - Maximum length in characters; longer texts end with "…". Default: no limit.
 */
export function oneLine(text: string, maxLength = Infinity): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
