import {oneLine} from '../wire/one-line.js';

const said = new Set<string>();

/** Tells the author of the page something on the console, on one line; the same sentence only once. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`cloud-vod-gallery: ${oneLine(message)}`);
}
