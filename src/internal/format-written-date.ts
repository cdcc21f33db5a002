const WRITTEN_DATE = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?$/;

/**
 * Formats "2016-01-01" or "2016-01-01 12:00:00" for a language. The time stays in the account's time zone. Other texts stay
 * unchanged.
 */
export function formatWrittenDate(text: string, language: string): string {
  const time = Date.parse(text.replace(/ (.*)/, 'T$1Z'));
  // `Date` also accepts many other texts.
  if (!WRITTEN_DATE.test(text) || Number.isNaN(time)) return text;
  const timeStyle = text.length > '2016-01-01'.length ? 'short' : undefined;
  const options = {dateStyle: 'medium', timeStyle, timeZone: 'UTC'} as const;
  return new Date(time).toLocaleString(language, options);
}
