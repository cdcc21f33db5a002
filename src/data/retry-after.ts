/**
 * The seconds that a `Retry-After` header asks for: written as such, or as the date when the time is over (RFC 9110, 10.2.3).
 * Undefined where there is none, or one that cannot be read.
 */
export function readRetryAfter(value: string | null, nowMs = Date.now()): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - nowMs) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
