/**
 * A text from outside, fit for one line of a log or a console: line breaks and control characters, also those that turn
 * the writing direction, become single spaces.
 *
 * @param maxLength - Characters at most; what is longer ends in "…". Default: no limit.
 */
export function oneLine(text: string, maxLength = Infinity): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
