/** For servers: rendering of the React and Vue components. Needs `@lit-labs/ssr`. */
import '../define/all.js';
import {setDrawing} from '../internal/shadow-html.js';
import {drawElement} from './draw-element.js';

export {styleHashes} from './style-hashes.js';

/**
 * Makes the React and Vue components render their elements on this server: titles, covers and links are in the HTML.
 * Without it, they write an empty tag.
 */
export function drawOnServer(): void {
  setDrawing(drawElement);
}
