/** Milliseconds between two attempts, at most. */
const MAX_PAUSE = 30_000;

/**
 * Milliseconds to wait before the next attempt: twice as long each time, of which a random part between half and all, so
 * that not all pages come back at once.
 *
 * @param failures - Attempts in a row that have failed, from 1.
 * @param base - Milliseconds after the first one.
 */
export function pauseAfter(failures: number, base: number): number {
  const pause = Math.min(base * 2 ** (failures - 1), MAX_PAUSE);
  return (pause * (1 + Math.random())) / 2;
}
