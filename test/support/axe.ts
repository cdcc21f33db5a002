// A script without exports: it leaves itself on the window.
import 'axe-core';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

/** What axe-core has to say against an element, one line a finding; empty is good. */
export async function accessibilityFaults(element: Element): Promise<string[]> {
  const {violations} = await window.axe.run(element);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html}) => `${id}: ${help}: ${html}`),
  );
}
