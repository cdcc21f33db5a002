import {adoptStyles, type CSSResultOrNative} from 'lit';

type View = Window & typeof globalThis;

/** Copies of style sheets by window. */
const copies = new WeakMap<View, Map<CSSStyleSheet, CSSStyleSheet>>();

/** Whether an element is in a document other than that of the script. */
export function isForeign({ownerDocument}: Element): boolean {
  return ownerDocument !== globalThis.document;
}

/**
 * Adopts style sheets. A constructed style sheet can only be used in its own document, so other documents get copies. A
 * document without a window needs no styles.
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
