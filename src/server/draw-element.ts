import {LitElementRenderer} from '@lit-labs/ssr/lib/lit-element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import type {RenderInfo} from '@lit-labs/ssr/lib/render.js';
import type {DrawShadow, SortedValues} from '../internal/shadow-html.js';

/** The tags that a server draws. */
const drawn = ['video-list', 'video-card', 'resolution-badge'];

/** Draws the content of an element's shadow root as `@lit-labs/ssr` does, so that Lit can take it over in the browser. */
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
    // Elements in the shadow root wait until this one has been taken over.
    customElementHostStack: [renderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
  };
  return collectResultSync(renderer.renderShadow(info) ?? []);
};

/** A list without videos would be skeletons with a hundred kilobytes of styles. */
function isWithoutVideos(tagName: string, {properties}: SortedValues) {
  return tagName === 'video-list' && !properties['initialPage'] && !properties['videos'];
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
