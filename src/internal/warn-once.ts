import {oneLine} from '../wire/one-line.js';

const said = new Set<string>();

/** Writes a warning for the author of the page to the console, on one line; each text only once. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`cloud-vod-gallery: ${oneLine(message)}`);
}
