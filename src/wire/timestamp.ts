/** This number and greater ones are milliseconds. As seconds, they would be times after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** The default time zone of an account (getVideoList). */
export const ACCOUNT_ZONE = '+08:00';

/** A day, or a day and a time, optionally with a time zone. Other formats that `Date` accepts differ between browsers. */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Converts a time of the vendor to milliseconds since 1970: Unix seconds, Unix milliseconds, an ISO date, or `2016-01-01
 * 12:00:00`. Undefined for anything else.
 *
 * @param zone - Time zone of a time without one. Default: the zone of the account.
 */
export function parseTimestamp(text = '', zone = ACCOUNT_ZONE): number | undefined {
  const [, day, time, ownZone = zone] = DATE.exec(text) ?? [];
  if (day) return toTime(time ? `${day}T${time}${ownZone}` : day);
  const number = Number(text);
  return number > 0 ? toTime(number < FIRST_MILLISECONDS ? number * 1000 : number) : undefined;
}

/** Undefined for an invalid date, for which `Intl` would throw. */
function toTime(time: string | number): number | undefined {
  return new Date(time).getTime() || undefined;
}
