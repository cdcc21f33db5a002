/**
 * Stands in for Lit's own module of this name in the script for a `<script>` tag: 500 bytes less. Lit's
 * also serves browsers without constructable style sheets, which the gallery does not (see README), and
 * checks what is put into a style sheet; ours are plain text.
 */

/** Makes a style sheet of a template without expressions. */
export function css([text]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Called by Lit with what `css` returned. */
export const getCompatibleStyle = (sheet) => sheet;

/** Called by Lit for each new element. */
export function adoptStyles(root, sheets) {
  root.adoptedStyleSheets = sheets;
}

// Named by Lit's exports; nothing of ours uses them, so they are left out of the script.
export {css as unsafeCSS, css as CSSResult};
export const supportsAdoptingStyleSheets = true;
