/** Numbers from here on are milliseconds already; as seconds they would lie after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** The account's time zone unless its owner changed it (getVideoList). */
export const ACCOUNT_ZONE = '+08:00';

/** A day, or a day and a time, which may have a time zone. `Date` understands more, in each browser something else. */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Milliseconds since 1970 for a time of the vendor: Unix seconds, Unix milliseconds, an ISO date, or
 * `2016-01-01 12:00:00`. Undefined when it is none of these.
 *
 * @param zone - What a time without a zone of its own is in: that of the account.
 */
export function parseTimestamp(text = '', zone = ACCOUNT_ZONE): number | undefined {
  const [, day, time, ownZone = zone] = DATE.exec(text) ?? [];
  if (day) return toTime(time ? `${day}T${time}${ownZone}` : day);
  const number = Number(text);
  return number > 0 ? toTime(number < FIRST_MILLISECONDS ? number * 1000 : number) : undefined;
}

/** Undefined for what is beyond the calendar: it would make `Intl` throw. */
function toTime(time: string | number): number | undefined {
  return new Date(time).getTime() || undefined;
}
