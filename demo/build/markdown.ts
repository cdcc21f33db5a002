import {Marked} from 'marked';
import {codeBlock} from './code-block.js';
import {escapeHtml} from './escape-html.js';

/** A heading of a page, for its table of contents and the search. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface RenderedPage {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/**
 * Renders a page of the documentation. Headings get the same ids as on GitHub, so that links work on both.
 *
 * @param addressOf - Returns the address of a link on the site; `undefined` for a file that the site does not have.
 */
export function renderMarkdown(
  text: string,
  addressOf: (href: string) => string | undefined,
): RenderedPage {
  const headings: Heading[] = [];
  const taken = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading(html, level, raw) {
        const id = freeId(idFor(plainText(raw)), taken);
        headings.push({level, id, text: plainText(raw)});
        const link =
          level === 1
            ? ''
            : ` <a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1">#</a>`;
        return `<h${level} id="${id}">${html}${link}</h${level}>\n`;
      },
      code: (code, info) => codeBlock(code, (info ?? '').split(' ')[0]),
      link(href, _title, label) {
        const address = addressOf(href);
        return address === undefined ? label : `<a href="${escapeHtml(address)}">${label}</a>`;
      },
      table: (head, body) =>
        `<div class="table" role="group" aria-label="Table" tabindex="0"><table><thead>${head.replace(/<th[^>]*><\/th>/g, '<td></td>')}</thead><tbody>${body}</tbody></table></div>\n`,
      html: (html) => (/^\s*<!--/.test(html) ? '' : escapeHtml(html)),
    },
  });
  return {html: marked.parse(text) as string, headings};
}

/** Removes Markdown syntax. */
function plainText(raw: string) {
  return raw
    .replace(/[`*]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function idFor(text: string) {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function freeId(id: string, taken: Map<string, number>) {
  const count = taken.get(id) ?? 0;
  taken.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}
