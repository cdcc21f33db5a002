/** A value that can stand in a line of text without quotes. */
const PLAIN = /^[\w.:;,/%?&=+@*~#()[\]-]+$/;

/** What a line of JSON says, as a line for people: time, level, message, and all else as `name=value`. */
export function textLine(line: string): string {
  const {time, level, message, ...fields} = JSON.parse(line) as Record<string, unknown>;
  const words = Object.entries(fields).map(([name, value]) => `${name}=${inWords(value)}`);
  return `${[time, level, message, ...words].map(String).join(' ')}\n`;
}

function inWords(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : JSON.stringify(value);
}
