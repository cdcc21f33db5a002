// A script without exports, which sets `window.axe`.
import 'axe-core';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

/** The violations that axe-core finds in an element, one line each. */
export async function accessibilityFaults(element: Element): Promise<string[]> {
  const {violations} = await window.axe.run(element);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html}) => `${id}: ${help}: ${html}`),
  );
}
