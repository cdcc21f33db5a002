/**
 * Enables hydration of server-rendered elements. Elements with the attribute `defer-hydration` wait until it is removed.
 * Import this before the modules that register tags, because the observed attributes of an element are read then.
 */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {LitElement} from 'lit';

interface HydrationSupport {
  litElementHydrateSupport?: (modules: {LitElement: typeof LitElement}) => void;
}

const tags = ['video-list', 'video-card', 'video-player'];

// Lit checks for its hydration support when its own module is loaded, which the page or another package may have done
// before. After our tags have been registered, it is too late: they would not observe the attribute.
if (
  !Object.hasOwn(LitElement, 'observedAttributes') &&
  !tags.some((name) => customElements.get(name))
) {
  (globalThis as HydrationSupport).litElementHydrateSupport?.({LitElement});
}
