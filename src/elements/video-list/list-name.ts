/** Attributes by which a page names or describes a list. */
export const NAMING: readonly string[] = [
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'title',
];

/** The accessible name of a list, as for a native control: from its attributes, otherwise from labels and legend. */
export function nameOf(list: HTMLElement, labels: NodeList): string {
  return (
    textOf(elementsOf(list, 'aria-labelledby')) ||
    list.ariaLabel?.trim() ||
    textOf(labels) ||
    textOf(legendOf(list)) ||
    list.title
  );
}

/** The accessible description of a list. */
export function descriptionOf(list: HTMLElement): string {
  return textOf(elementsOf(list, 'aria-describedby')) || (list.ariaDescription ?? '');
}

function elementsOf(list: HTMLElement, attribute: string): Node[] {
  const root = list.getRootNode() as Document | ShadowRoot;
  const ids = list.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.flatMap((id) => root.getElementById?.(id) ?? []);
}

/** The legend of a fieldset that contains no other control than this list and buttons. */
function legendOf(list: HTMLElement): Node[] {
  const group = list.closest('fieldset');
  const legend = group?.querySelector(':scope > legend');
  const isAlone = [...(group?.elements ?? [])].every(
    (control) => control === list || control.localName === 'button',
  );
  return legend && isAlone ? [legend] : [];
}

function textOf(nodes: Iterable<Node>): string {
  return [...nodes]
    .map(({textContent}) => textContent?.trim())
    .filter(Boolean)
    .join(' ');
}
