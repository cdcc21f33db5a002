import {escapeHtml} from './escape-html.js';
import {otherPages, sections, type PageLink, type Section} from './pages.js';

/**
 * The whole page for a file, which has a title, a description, scripts, styles and `<main>`. The script of the gallery comes
 * last, so that the scripts of the page can prepare the elements before their first request.
 */
export function pageShell(html: string, file: string): string {
  const at = html.indexOf('<main');
  if (at < 0) throw new Error(`${file} has no <main>.`);
  const section = sections.find(
    ({name, pages}) => name === otherPages[file] || pages.some((page) => page.file === file),
  );
  const script =
    file === 'script-tag.html'
      ? '<script src="js/cloud-vod-gallery.classic.min.js" defer vite-ignore></script>'
      : '<script type="module" src="js/cloud-vod-gallery.min.js" vite-ignore></script>';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <script src="scheme.js" vite-ignore></script>
    <link rel="stylesheet" href="demo.css" />
    <script type="module" src="page.js"></script>
    ${html.slice(0, at)}
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="bar">
      <a class="brand" href="index.html">Cloud VoD gallery</a>
      <button type="button" class="menu-button" popovertarget="menu">Menu</button>
      <div class="menu" id="menu" popover>
        <nav aria-label="Site">${sections.map((each) => sectionLink(each, section)).join('')}</nav>
        <label class="scheme">Colours <select id="scheme"></select></label>
      </div>
    </header>
    ${section && section.pages.length > 1 && section.name !== 'Docs' ? subNavigation(section, file) : ''}
    ${html.slice(at).replace('<main', '<main id="main" tabindex="-1"')}
    <footer>
      <p>An embeddable gallery for CDNetworks Cloud VoD.</p>
      <nav aria-label="Project">
        <a href="five-minutes.html">Get started</a>
        <a href="docs.html">Documentation</a>
        <a href="docs-contributing.html">Source</a>
        <a href="docs-changelog.html">Changelog</a>
        <a href="docs-security.html">Security</a>
        <a href="docs-license.html">MIT licence</a>
      </nav>
    </footer>
    <p class="visually-hidden" role="status" id="message"></p>
    ${script}
  </body>
</html>
`;
}

function sectionLink(section: Section, open: Section | undefined) {
  const [first] = section.pages;
  return link({file: first!.file, name: section.name}, section === open ? 'true' : '');
}

function subNavigation(section: Section, file: string) {
  const links = section.pages.map((page) => link(page, page.file === file ? 'page' : ''));
  return `<nav class="pages" aria-label="${section.name}">${links.join('')}</nav>`;
}

function link({file, name}: PageLink, current: string) {
  const isCurrent = current && ` aria-current="${current}"`;
  return `<a href="${file}"${isCurrent}>${escapeHtml(name)}</a>`;
}
