/** Maximum pause in milliseconds. */
const MAX_PAUSE = 30_000;

/**
 * Milliseconds to wait before the next attempt: a random time between half of the pause and the whole pause, which doubles
 * each time. Random, so that pages do not reconnect at the same time.
 *
 * @param failures - Number of failed attempts in a row, from 1.
 * @param base - Pause after the first failure in milliseconds.
 */
export function pauseAfter(failures: number, base: number): number {
  const pause = Math.min(base * 2 ** (failures - 1), MAX_PAUSE);
  return (pause * (1 + Math.random())) / 2;
}
