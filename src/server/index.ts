/** Renders the React and Vue components on a server. Needs `@lit-labs/ssr`. */
import '../define/all.js';
import {setDrawing} from '../internal/shadow-html.js';
import {drawElement} from './draw-element.js';

export {styleHashes} from './style-hashes.js';

/**
 * Makes the React and Vue components render the content of their elements on this server: titles, covers and links. Without it,
 * they render an empty tag.
 */
export function drawOnServer(): void {
  setDrawing(drawElement);
}
