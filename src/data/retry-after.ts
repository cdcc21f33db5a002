/**
 * Seconds of a `Retry-After` header, which contains seconds or a date (RFC 9110, 10.2.3). Undefined if it is missing or
 * invalid.
 */
export function readRetryAfter(value: string | null, nowMs = Date.now()): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - nowMs) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
