import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {escapeHtml} from './escape-html.js';
import {renderMarkdown, type Heading} from './markdown.js';

/** A page of the documentation. */
export interface DocsPage {
  /** Its file on the site. */
  readonly file: string;
  /** Its file in the repository. */
  readonly source: string;
  readonly name: string;
  readonly about: string;
}

export interface DocsGroup {
  readonly name: string;
  readonly pages: readonly DocsPage[];
}

/** A section of a page in the search index. */
interface Passage {
  readonly file: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** Files that are not rendered from Markdown, and the pages of the site that replace them. */
const REPLACED: Readonly<Record<string, string>> = {
  'docs/five-minutes.md': 'five-minutes.html',
  'docs/reference.md': 'video-list.html',
};

/** The pages in the groups and the order of README.md. */
export const docsGroups: readonly DocsGroup[] = groupsOfReadme();

/** Decision records, which are listed on docs/decisions/README.md. */
const decisions = readdirSync('docs/decisions')
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => page(`docs/decisions/${name}`, titleOf(`docs/decisions/${name}`), 'A decision'));

const docsPages = [...docsGroups.flatMap(({pages}) => pages), ...decisions];

/** The start page of the documentation, and all pages that are rendered from Markdown. */
export const docsFiles: readonly string[] = [
  'docs.html',
  ...docsPages.map(({file}) => file).filter((file) => file.startsWith('docs-')),
];

/** A page of the documentation in the format of the HTML files in demo/: title, description and `<main>`. */
export function docsHtml(file: string): string {
  const open = docsPages.find((each) => each.file === file);
  const title = open?.name ?? 'Documentation';
  return `<title>${escapeHtml(title)} – Cloud VoD gallery</title>
<meta name="description" content="${escapeHtml(`${title}: ${open?.about ?? 'all pages, and a search'}. Documentation of the Cloud VoD gallery.`)}" />
<script type="module" src="docs.js"></script>
<main class="docs">
  <nav class="docs-pages" aria-label="Documentation">${search()}<details class="docs-list"><summary>All pages</summary>${pageList(file)}</details></nav>
  ${open ? article(open) : frontPage()}
</main>
`;
}

/** The search index: each section of each page. */
export function searchIndex(): readonly Passage[] {
  return docsPages.filter(({file}) => file.startsWith('docs-')).flatMap(passagesOf);
}

function search() {
  return `<search class="search"><label for="search">Search the documentation</label><input id="search" type="search" autocomplete="off" spellcheck="false" /><div id="found" aria-live="polite"></div></search>`;
}

function pageList(file: string) {
  const lists = docsGroups.map(({name, pages}) => {
    const links = pages.map(
      (each) =>
        `<li><a href="${each.file}"${each.file === file ? ' aria-current="page"' : ''}>${escapeHtml(each.name)}</a></li>`,
    );
    return `<h2>${escapeHtml(name)}</h2><ul>${links.join('')}</ul>`;
  });
  return lists.join('');
}

function frontPage() {
  const groups = docsGroups.map(({name, pages}) => {
    const entries = pages.map(
      (each) =>
        `<li><a href="${each.file}">${escapeHtml(each.name)}</a><span>${escapeHtml(each.about)}</span></li>`,
    );
    return `<section><h2>${escapeHtml(name)}</h2><ul class="docs-entries">${entries.join('')}</ul></section>`;
  });
  return `<div class="docs-text"><h1>Documentation</h1>${groups.join('')}</div>`;
}

function article({source}: DocsPage) {
  const {html, headings} = render(source);
  return `<article class="docs-text">${html}</article>${contents(headings)}`;
}

function contents(headings: readonly Heading[]) {
  const shown = headings.filter(({level}) => level === 2);
  if (shown.length < 2) return '';
  const links = shown.map(({id, text}) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${links.join('')}</ul></nav>`;
}

function render(source: string) {
  const text = readFileSync(source, 'utf8');
  if (source === 'LICENSE') return renderMarkdown(`# Licence\n\n${text}`, () => undefined);
  return renderMarkdown(text, (href) => addressOf(href, source));
}

/** The address of a link on the site; undefined for files of the repository that are not on the site. */
function addressOf(href: string, source: string): string | undefined {
  if (/^(https?:|#|mailto:)/.test(href)) return href;
  const {pathname, hash} = new URL(href, `file:///${source}`);
  const target = docsPages.find((each) => each.source === pathname.slice(1));
  if (!target) return undefined;
  if (target.source === 'docs/reference.md') return `${hash.slice(1) || 'video-list'}.html`;
  return target.file.startsWith('docs-') ? target.file + hash : target.file;
}

function passagesOf({file, source, name}: DocsPage): Passage[] {
  const {html} = render(source);
  return html.split(/(?=<h[1-3] id=)/).map((part) => {
    const [, level, id, title] = /^<h([1-3]) id="([^"]*)">(.*?)<\/h/.exec(part) ?? [];
    return {
      file: id && level !== '1' ? `${file}#${id}` : file,
      page: name,
      heading: level === '1' ? '' : textOf((title ?? '').replace(/<a class="anchor".*/, '')),
      text: textOf(part.replace(/<h[1-3].*?<\/h[1-3]>|<button.*?<\/button>/g, '')),
    };
  });
}

function textOf(html: string) {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** README.md lists the pages, in a table for each group. Pages that it does not list come last. */
function groupsOfReadme(): DocsGroup[] {
  const [, list = ''] = readFileSync('README.md', 'utf8').split('## Documentation');
  const groups = list.split(/\n(?=\| [A-Z])/).flatMap((table): DocsGroup[] => {
    const [, name] = /^\| ([A-Z][^|]+?) \|/.exec(table) ?? [];
    const rows = [...table.matchAll(/^\| \[([^\]]+)\]\(([\w/-]+\.md)\) \| (.*?) \|$/gm)];
    return name
      ? [{name, pages: rows.map(([, title, source, about]) => page(source!, title!, about!))}]
      : [];
  });
  const listed = new Set(groups.flatMap(({pages}) => pages.map(({source}) => source)));
  const unlisted = readdirSync('docs')
    .filter((name) => name.endsWith('.md') && !listed.has(`docs/${name}`))
    .map((name) => page(`docs/${name}`, titleOf(`docs/${name}`), ''));
  const licence = page('LICENSE', 'Licence', 'MIT');
  return [...groups, {name: 'More', pages: [...unlisted, licence]}];
}

function page(source: string, name: string, about: string): DocsPage {
  if (!existsSync(source)) throw new Error(`There is no ${source}.`);
  const own = source
    .replace(/^docs\//, '')
    .replace(/(\/README)?(\.md)?$/, '')
    .replaceAll('/', '-')
    .toLowerCase();
  const file = REPLACED[source] ?? `docs-${own}.html`;
  return {file, source, name, about: about.replaceAll('`', '')};
}

function titleOf(source: string) {
  return /^# (.+)$/m.exec(readFileSync(source, 'utf8'))?.[1] ?? source;
}
