import {LitElementRenderer} from '@lit-labs/ssr/lib/lit-element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import type {RenderInfo} from '@lit-labs/ssr/lib/render.js';
import type {DrawShadow, SortedValues} from '../internal/shadow-html.js';

/** Tags that can be rendered on a server. */
const drawn = ['video-list', 'video-card', 'resolution-badge'];

/** Renders the content of an element's shadow root with `@lit-labs/ssr`, so that Lit can hydrate it in the browser. */
export const drawElement: DrawShadow = (tagName, values) => {
  if (!drawn.includes(tagName) || isWithoutVideos(tagName, values)) return undefined;
  const renderer = new LitElementRenderer(tagName);
  for (const [name, value] of Object.entries(values.attributes)) {
    const text = value === true ? '' : value;
    if (isText(text)) renderer.setAttribute(name, String(text));
  }
  for (const [name, value] of Object.entries(values.properties)) renderer.setProperty(name, value);
  renderer.connectedCallback();
  const info: RenderInfo = {
    elementRenderers: [LitElementRenderer],
    customElementInstanceStack: [renderer],
    // Elements in the shadow root wait until this one has been hydrated.
    customElementHostStack: [renderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
  };
  return collectResultSync(renderer.renderShadow(info) ?? []);
};

/** Such a list is not rendered: it would be only skeletons, with a hundred kilobytes of styles. */
function isWithoutVideos(tagName: string, {properties}: SortedValues) {
  return tagName === 'video-list' && !properties['initialPage'] && !properties['videos'];
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
