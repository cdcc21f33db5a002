import hljs from 'highlight.js';
import {escapeHtml} from './escape-html.js';

/** Languages of the documentation whose names the highlighter does not know. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  vue: 'xml',
  svelte: 'xml',
  jsx: 'javascript',
  tsx: 'typescript',
};

/** Code as HTML, coloured by classes: a strict policy allows no styles in the page. */
export function highlight(code: string, language: string): string {
  const name = KNOWN_AS[language] ?? language;
  return hljs.getLanguage(name) ? hljs.highlight(code, {language: name}).value : escapeHtml(code);
}
