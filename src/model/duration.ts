/** Hours, minutes and whole seconds of a playing time. */
export interface DurationParts {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Splits a number of seconds. It is rounded, and limited to numbers that `Intl` can format. */
export function durationParts(totalSeconds: number): DurationParts {
  const whole = Math.min(Math.max(0, Math.round(totalSeconds)), Number.MAX_SAFE_INTEGER);
  return {
    hours: Math.floor(whole / 3600),
    minutes: Math.floor(whole / 60) % 60,
    seconds: whole % 60,
  };
}

/** Formats seconds like a clock: `0:36`, `12:05`, `3:00:00`. */
export function formatClock(totalSeconds: number): string {
  const {hours, minutes, seconds} = durationParts(totalSeconds);
  const digits = [hours, minutes, seconds].map((value) => String(value).padStart(2, '0'));
  // No hours if they are 0, and no leading zero except for `0:36`.
  return digits.join(':').replace(/^(00:)?0?/, '');
}
