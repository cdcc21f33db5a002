import hljs from 'highlight.js';
import {escapeHtml} from './escape-html.js';

/** Languages that the highlighter has under another name. */
const ALIASES: Readonly<Record<string, string>> = {
  vue: 'xml',
  svelte: 'xml',
  jsx: 'javascript',
  tsx: 'typescript',
};

/** Code as HTML with classes for the colours, because the Content Security Policy forbids style attributes. */
export function highlight(code: string, language: string): string {
  const name = ALIASES[language] ?? language;
  return hljs.getLanguage(name) ? hljs.highlight(code, {language: name}).value : escapeHtml(code);
}
