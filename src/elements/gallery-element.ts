import {adoptStyles, isServer, LitElement} from 'lit';

/**
 * What our elements have in common: a server can draw them (`@lit-labs/ssr`), and the browser takes over what it
 * has drawn (`@lit-labs/ssr-client`). There, the first rendering has to say what the server's did, for Lit looks
 * at neither text nor attributes then; another one follows at once.
 */
export abstract class GalleryElement extends LitElement {
  /** Whether the element is being drawn on a server, or as it was there. @internal */
  isTakingOver = isServer;

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    // Lit's hydration support leaves styles to the server. Without it, as with a script tag, all is drawn anew.
    this.isTakingOver = root.adoptedStyleSheets.length === 0;
    if (this.isTakingOver) {
      // The server's may be what a strict Content Security Policy has refused.
      adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    } else {
      root.replaceChildren();
      this.renderOptions.renderBefore = null;
    }
    return root;
  }

  protected override firstUpdated(): void {
    if (!this.isTakingOver) return;
    this.isTakingOver = false;
    this.requestUpdate();
  }
}
