/**
 * Replaces Lit's module of this name in the script for a `<script>` tag, which saves 500 bytes. Lit's module also supports
 * browsers without constructable style sheets, which the gallery does not, and checks expressions in style sheets, which
 * ours do not have.
 */

/** Creates a style sheet from a template without expressions. */
export function css([text]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Called by Lit with the result of `css`. */
export const getCompatibleStyle = (sheet) => sheet;

/** Called by Lit for each new element. */
export function adoptStyles(root, sheets) {
  root.adoptedStyleSheets = sheets;
}

// Lit re-exports these. Our code does not use them, so they are removed from the script.
export {css as unsafeCSS, css as CSSResult};
export const supportsAdoptingStyleSheets = true;
