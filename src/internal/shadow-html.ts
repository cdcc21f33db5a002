/**
 * Renders an element on a server.
 *
 * @returns The content of its shadow root as HTML; undefined if nothing should be rendered.
 */
export type DrawShadow = (tagName: string, values: SortedValues) => string | undefined;

/** Values for an element, split into attributes and properties. */
export interface SortedValues {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Values that attributes cannot hold. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A global symbol, because bundlers for servers duplicate this module. */
const KEY = Symbol.for('cloud-vod-gallery.draw');

/** Sets the function with which React and Vue components render elements on a server. */
export function setDrawing(draw: DrawShadow): void {
  Reflect.set(globalThis, KEY, draw);
}

/** Renders an element on a server, if a function has been set. */
export const drawShadow: DrawShadow = (tagName, values) => {
  if (typeof document !== 'undefined') return undefined;
  const draw = Reflect.get(globalThis, KEY) as DrawShadow | undefined;
  return draw?.(tagName, values);
};
