/**
 * Lets Lit take over what a server has drawn, and makes elements with the attribute `defer-hydration` wait until it is
 * removed. Import this before the modules that register tags: which attributes an element observes is read then.
 */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {LitElement} from 'lit';

interface HydrationSupport {
  litElementHydrateSupport?: (modules: {LitElement: typeof LitElement}) => void;
}

const tags = ['video-list', 'video-card', 'video-player'];

// Lit looks for its hydration support once, when it is loaded; the page or another package can have loaded it before. Not once
// our tags are there: they would not hear that the attribute is removed.
if (
  !Object.hasOwn(LitElement, 'observedAttributes') &&
  !tags.some((name) => customElements.get(name))
) {
  (globalThis as HydrationSupport).litElementHydrateSupport?.({LitElement});
}
