/** Numbers from here on are milliseconds already; as seconds they would lie after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** The account's time zone unless its owner changed it (getVideoList). */
const ACCOUNT_ZONE = '+08:00';

/**
 * Milliseconds since 1970 for a time of the vendor: Unix seconds, Unix milliseconds, or
 * `2016-01-01 12:00:00` in the account's time zone. Undefined when it is none of these.
 */
export function parseTimestamp(text = ''): number | undefined {
  const number = Number(text);
  const isDate = /^\d{4}-\d\d-\d\d/.test(text);
  if (!isDate && !(number > 0)) return undefined;
  const time = isDate
    ? text.replace(/^(\S+) (\S+)$/, `$1T$2${ACCOUNT_ZONE}`)
    : number * (number < FIRST_MILLISECONDS ? 1000 : 1);
  // What is beyond the calendar would make `Intl` throw.
  return new Date(time).getTime() || undefined;
}
