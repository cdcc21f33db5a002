/**
 * Reads single values of the vendor's JSON. Any field may be missing, null, empty, the text "null", a number where a string
 * is documented, or a string where a number is.
 */

/** A JSON object with unvalidated values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object (neither an array nor null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The trimmed text of a field; undefined if there is none. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === 'null' ? undefined : text || undefined;
}

/** The finite number of a field, written as a number or as text; undefined if there is none. */
export function readNumber(value: unknown): number | undefined {
  const number = Number(readText(value) ?? NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** The whole number of a field, from `least` to `most`; undefined if there is none. */
export function readCount(
  value: unknown,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const number = readNumber(value);
  const isCount = Number.isInteger(number) && number! >= least && number! <= most;
  return isCount ? number : undefined;
}
