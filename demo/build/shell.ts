import {escapeHtml} from './escape-html.js';
import {sections, type PageLink, type Section} from './pages.js';

/**
 * A whole page around what its file has: a title, a description, scripts and styles, and `<main>`. The gallery's
 * script is the last one, so that the page's own can prepare the elements before they ask for anything.
 */
export function pageShell(html: string, file: string): string {
  const at = html.indexOf('<main');
  if (at < 0) throw new Error(`${file} has no <main>.`);
  const section = sections.find(({pages}) => pages.some((page) => page.file === file));
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
    <link rel="stylesheet" href="demo.css" />
    <script type="module" src="page.js"></script>
    ${html.slice(0, at)}
  </head>
  <body>
    <a class="skip" href="#main">To the content</a>
    <header class="bar">
      <a class="brand" href="index.html">Cloud VoD gallery</a>
      <nav aria-label="Site">${sections.map((each) => sectionLink(each, section)).join('')}</nav>
      <label class="scheme">Colours <select id="scheme"></select></label>
    </header>
    ${section && section.pages.length > 1 ? subNavigation(section, file) : ''}
    ${html.slice(at).replace('<main', '<main id="main" tabindex="-1"')}
    <footer>
      <p>
        MIT licence. <a href="five-minutes.html">Put it on your site</a> ·
        <a href="video-list.html">Reference</a> · <a href="playground.html">Playground</a>
      </p>
    </footer>
    <p class="said" role="status" id="said"></p>
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
