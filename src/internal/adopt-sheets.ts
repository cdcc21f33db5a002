import {adoptStyles, type CSSResultOrNative} from 'lit';

type View = Window & typeof globalThis;

/** Copies of style sheets, for each window whose document has needed them. */
const copies = new WeakMap<View, Map<CSSStyleSheet, CSSStyleSheet>>();

/** Whether an element is in another document than the one that its script belongs to. */
export function isForeign({ownerDocument}: Element): boolean {
  return ownerDocument !== globalThis.document;
}

/**
 * Gives a shadow root its styles. A style sheet is of use in the document only that it was made in, so that others
 * need copies; one without a window draws nothing.
 */
export function adoptSheets(root: ShadowRoot, styles: CSSResultOrNative[]): void {
  const view = root.ownerDocument.defaultView;
  if (!isForeign(root.host)) adoptStyles(root, styles);
  else if (view) root.adoptedStyleSheets = styles.map((style) => copyFor(view, sheetOf(style)));
}

const sheetOf = (style: CSSResultOrNative) =>
  style instanceof CSSStyleSheet ? style : style.styleSheet!;

function copyFor(view: View, sheet: CSSStyleSheet) {
  const known = copies.get(view) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(view, known);
  const copy = known.get(sheet) ?? new view.CSSStyleSheet();
  if (!known.has(sheet)) copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join(''));
  known.set(sheet, copy);
  return copy;
}
