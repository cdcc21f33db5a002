import {highlight} from './highlight.js';

/** Renders code with a button that copies it. */
export function codeBlock(code: string, language = 'xml'): string {
  return `<div class="code"><div class="code-bar"><button type="button" class="copy">Copy</button></div><pre tabindex="0"><code>${highlight(code.trimEnd(), language)}</code></pre></div>`;
}
