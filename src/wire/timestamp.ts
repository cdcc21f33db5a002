/** Numbers from here on are milliseconds already; as seconds they would lie after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** The account's time zone unless its owner changed it (getVideoList). */
export const ACCOUNT_ZONE = '+08:00';

/**
 * Milliseconds since 1970 for a time of the vendor: Unix seconds, Unix milliseconds, or
 * `2016-01-01 12:00:00` in the account's time zone. Undefined when it is none of these.
 */
export function parseTimestamp(text: string | undefined, zone = ACCOUNT_ZONE): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (number > 0) return number < FIRST_MILLISECONDS ? number * 1000 : number;
  return Date.parse(text.replace(/^(\S+) (\S+)$/, `$1T$2${zone}`)) || undefined;
}
