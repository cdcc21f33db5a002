/**
 * Draws an element on a server.
 *
 * @returns The content of its shadow root as HTML; undefined where nothing is to be drawn.
 */
export type DrawShadow = (tagName: string, values: SortedValues) => string | undefined;

/** What an element is given, as attributes and as properties. */
export interface SortedValues {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What no attribute can hold. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Bundlers of servers make several copies of this module; all of them find the function here. */
const KEY = Symbol.for('cloud-vod-gallery.draw');

/** Has React and Vue components draw their elements on this server. */
export function setDrawing(draw: DrawShadow): void {
  Reflect.set(globalThis, KEY, draw);
}

/** Draws an element where this is a server, and drawing has been set. */
export const drawShadow: DrawShadow = (tagName, values) => {
  if (typeof document !== 'undefined') return undefined;
  const draw = Reflect.get(globalThis, KEY) as DrawShadow | undefined;
  return draw?.(tagName, values);
};
