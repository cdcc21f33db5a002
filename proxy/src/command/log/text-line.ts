/** A value that needs no quotes in a line of text. */
const PLAIN = /^[\w.:;,/%?&=+@*~#()[\]-]+$/;

/** Converts a line of JSON to text: time, level, message, and the other fields as `name=value`. */
export function textLine(line: string): string {
  const {time, level, message, ...fields} = JSON.parse(line) as Record<string, unknown>;
  const words = Object.entries(fields).map(([name, value]) => `${name}=${inWords(value)}`);
  return `${[time, level, message, ...words].map(String).join(' ')}\n`;
}

function inWords(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : JSON.stringify(value);
}
