import {LitElement, type CSSResult, type PropertyValues} from 'lit';
import {adoptSheets, isForeign} from '../internal/adopt-sheets.js';
import {beginTakingOver, endTakingOver, isTakingOver} from '../internal/server-drawing.js';

/** Boolean attributes of all elements. React before 19 and Vue write "false" into them. */
const GLOBAL_BOOLEANS = ['hidden', 'inert', 'autofocus'];

/**
 * Base class of all elements. A server can render them (`@lit-labs/ssr`), and the browser hydrates them
 * (`@lit-labs/ssr-client`). The first rendering in the browser must equal that of the server, because Lit compares neither
 * text nor attributes then. A second rendering follows at once.
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
    // A strict Content Security Policy may have blocked the `<style>` elements of the server.
    if (isElsewhere || isTakingOver(this)) this.#adoptStyles(root);
    if (!isTakingOver(this)) clear(this, root);
    return root;
  }

  /** Adds the styles of a feature to this element and to all that are created later. @internal */
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

  /** An element that moves to another document loses its adopted style sheets. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  /** Called for `moveBefore`. Without this method, browsers would call `disconnectedCallback` and `connectedCallback`. */
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

/** Makes an element replace its server-rendered content. */
export function discardDrawing(element: GalleryElement): void {
  endTakingOver(element);
  // The private flag of Lit's hydration support.
  Reflect.set(element, '_$AG', false);
  clear(element, element.shadowRoot!);
}

function clear({renderOptions}: LitElement, root: ShadowRoot) {
  root.replaceChildren();
  renderOptions.renderBefore = null;
}
