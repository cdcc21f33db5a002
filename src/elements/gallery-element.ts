import {isServer, LitElement, type CSSResultOrNative} from 'lit';
import {adoptSheets, isForeign} from '../internal/adopt-sheets.js';

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

  /** Whether the element is being drawn on a server, or as it was there. @internal */
  isTakingOver = isServer;

  protected override createRenderRoot(): ShadowRoot {
    const isElsewhere = isForeign(this);
    const root = isElsewhere
      ? (this.shadowRoot ?? this.attachShadow({mode: 'open'}))
      : (super.createRenderRoot() as ShadowRoot);
    // Lit's hydration support leaves styles to the server. Without it, as with a script tag, everything is rendered again.
    this.isTakingOver = !isElsewhere && root.adoptedStyleSheets.length === 0;
    // The server's may be what a strict Content Security Policy has refused.
    if (isElsewhere || this.isTakingOver) this.#adoptStyles(root);
    if (!this.isTakingOver) this.#clear(root);
    return root;
  }

  /** Has the element draw itself anew in place of what a server has drawn. */
  protected discardDrawing(): void {
    this.isTakingOver = false;
    // Where Lit's hydration support notes that there is something to take over.
    Reflect.set(this, '_$AG', false);
    this.#clear(this.shadowRoot!);
  }

  /** Adds the styles of a feature, to this element and to all that are made later. @internal */
  addStyles(styles: CSSResultOrNative): void {
    const {elementStyles} = this.constructor as typeof LitElement;
    const root = this.renderRoot as ShadowRoot;
    if (!elementStyles.includes(styles)) elementStyles.push(styles);
    if (root.adoptedStyleSheets.length < elementStyles.length) this.#adoptStyles(root);
  }

  #clear(root: ShadowRoot) {
    root.replaceChildren();
    this.renderOptions.renderBefore = null;
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
    if (!this.isTakingOver) return;
    this.isTakingOver = false;
    this.requestUpdate();
  }
}
