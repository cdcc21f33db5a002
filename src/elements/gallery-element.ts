import {LitElement, type CSSResult, type PropertyValues} from 'lit';
import {adoptSheets, isForeign} from '../internal/adopt-sheets.js';
import {beginTakingOver, endTakingOver, isTakingOver} from '../internal/server-drawing.js';

/** Attributes of any element that count as soon as they are there; React before 19 and Vue write "false" into them. */
const GLOBAL_BOOLEANS = ['hidden', 'inert', 'autofocus'];

/**
 * What our elements have in common: a server can draw them (`@lit-labs/ssr`), and the browser takes over what it
 * has drawn (`@lit-labs/ssr-client`). There, the first rendering has to say what the server's did, for Lit looks
 * at neither text nor attributes then; another one follows at once.
 */
export abstract class GalleryElement extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...GLOBAL_BOOLEANS];
  }

  protected override createRenderRoot(): ShadowRoot {
    const isElsewhere = isForeign(this);
    const root = isElsewhere
      ? (this.shadowRoot ?? this.attachShadow({mode: 'open'}))
      : (super.createRenderRoot() as ShadowRoot);
    if (!isElsewhere) beginTakingOver(this, root);
    // The server's may be what a strict Content Security Policy has refused.
    if (isElsewhere || isTakingOver(this)) this.#adoptStyles(root);
    if (!isTakingOver(this)) clear(this, root);
    return root;
  }

  /** Adds the styles of a feature, to this element and to all that are made later. @internal */
  addStyles(styles: CSSResult): void {
    const {elementStyles} = this.constructor as typeof LitElement;
    const root = this.renderRoot as ShadowRoot;
    if (!elementStyles.includes(styles)) elementStyles.push(styles);
    if (!root.adoptedStyleSheets.includes(styles.styleSheet!)) this.#adoptStyles(root);
  }

  /**
   * Translators of browsers replace a text by a `<font>` with the translation, or add one after it. Lit would no longer find
   * its text there, and a card would keep the title of another video.
   */
  protected override update(changed: PropertyValues<this>): void {
    for (const font of this.renderRoot.querySelectorAll('font')) {
      const before = font.previousSibling;
      font.replaceWith(before instanceof Text && before.data.trim() ? '' : font.textContent);
    }
    super.update(changed);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value === 'false' && GLOBAL_BOOLEANS.includes(name)) this.removeAttribute(name);
  }

  /** An element that moves to another document loses its style sheets there. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  /** A move by `moveBefore` is neither a way out nor back: without this method, browsers would say that it was both. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  #adoptStyles(root: ShadowRoot) {
    adoptSheets(root, (this.constructor as typeof LitElement).elementStyles);
  }

  protected override firstUpdated(): void {
    if (endTakingOver(this)) this.requestUpdate();
  }
}

/** Has an element draw itself anew in place of what a server has drawn. */
export function discardDrawing(element: GalleryElement): void {
  endTakingOver(element);
  // Where Lit's hydration support notes that there is something to take over.
  Reflect.set(element, '_$AG', false);
  clear(element, element.shadowRoot!);
}

function clear({renderOptions}: LitElement, root: ShadowRoot) {
  root.replaceChildren();
  renderOptions.renderBefore = null;
}
