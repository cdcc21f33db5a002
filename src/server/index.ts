/**
 * For servers: has the React and Vue components draw their elements there. Needs `@lit-labs/ssr`.
 */
import '../define/all.js';
import {setDrawing} from '../internal/shadow-html.js';
import {drawElement} from './draw-element.js';

export {styleHashes} from './style-hashes.js';

/**
 * Has the React and Vue components draw their elements on this server from now on: titles, covers and links are in the HTML.
 * Without it, they write an empty tag.
 */
export function drawOnServer(): void {
  setDrawing(drawElement);
}
