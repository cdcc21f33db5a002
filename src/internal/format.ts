import {durationParts, formatClock} from '../model/duration.js';

/** `Intl` objects are slow to make, and a gallery needs one of each for hundreds of cards. */
const dates = new Map<string, Intl.DateTimeFormat>();
const durations = new Map<string, Intl.DurationFormat>();

/**
 * Makes them before they are needed: together they take 30 ms the first time, which pass better while an
 * answer is on its way.
 */
export function prepareFormats(language: string): void {
  formatDate(0, language);
  formatSpokenDuration(0, language);
}

/** A day as the language writes it: "Aug 1, 2017". */
export function formatDate(timeMs: number, language: string): string {
  const format = dates.get(language) ?? new Intl.DateTimeFormat(language, {dateStyle: 'medium'});
  dates.set(language, format);
  return format.format(timeMs);
}

/** A playing time in words: "1 hour, 2 minutes, 5 seconds"; as on a clock where the browser lacks the words. */
export function formatSpokenDuration(totalSeconds: number, language: string): string {
  // Firefox before 136, Chrome before 129.
  if (!Intl.DurationFormat) return formatClock(totalSeconds);
  const format = durations.get(language) ?? new Intl.DurationFormat(language, {style: 'long'});
  durations.set(language, format);
  return format.format(durationParts(totalSeconds));
}
