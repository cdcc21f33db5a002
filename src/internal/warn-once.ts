import {oneLine} from '../wire/one-line.js';

const written = new Set<string>();

/** Writes a warning for the author of the page to the console, on one line. Each text is written only once. */
export function warnOnce(message: string): void {
  if (written.has(message)) return;
  written.add(message);
  console.warn(`cloud-vod-gallery: ${oneLine(message)}`);
}
