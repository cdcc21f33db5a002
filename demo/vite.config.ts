import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {defineConfig, type Plugin} from 'vite';
import {docsFiles, docsHtml, searchIndex} from './build/docs.js';
import {pageFiles} from './build/pages.js';
import {figures, shortCode} from './build/home.js';
import {referencePage} from './build/reference.js';
import {pageShell} from './build/shell.js';
import {documentedStep, snippetTabs} from './build/snippets.js';

/** Folders that are copied to the site: path on the site, and source. */
const STATIC: Readonly<Record<string, string>> = {
  'js/': 'dist',
  'catalogue/': 'demo/catalogue',
};

/** Builds the demo as a static site that works in any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [docsPages(), wholePages(), staticFiles()],
  build: {
    outDir: '../site',
    emptyOutDir: true,
    target: 'es2022',
    // For older targets, `light-dark()` would be replaced by a media query, which ignores the scheme that the user has chosen.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    rolldownOptions: {input: [...pageFiles, ...docsFiles].map(inDemo)},
  },
});

function inDemo(file: string) {
  return path.join(import.meta.dirname, file);
}

/** Provides the pages that are rendered from Markdown, which have no file in demo/. */
function docsPages(): Plugin {
  const files = new Map(docsFiles.map((file) => [inDemo(file), file]));
  return {
    name: 'docs-pages',
    resolveId: {order: 'pre', handler: (id) => (files.has(id) ? id : undefined)},
    load(id) {
      const file = files.get(id);
      return file && docsHtml(file);
    },
  };
}

/** Adds the common parts to the content of each page. */
function wholePages(): Plugin {
  return {
    name: 'whole-pages',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, {filename}) =>
        pageShell(
          html
            .replace(/<!-- reference: (\S+) -->/g, (_, tagName: string) => referencePage(tagName))
            .replace(/<!-- snippets: (\S+) -->/g, (_, name: string) => snippetTabs(name))
            .replace(/<!-- code: (\S+) -->/g, (_, name: string) => shortCode[name]!)
            .replace('<!-- figures -->', figures)
            .replace(/<!-- step: (\S+) -->/g, (_, name: string) => documentedStep(name)),
          path.basename(filename),
        ),
    },
  };
}

/** Copies the built gallery and the catalogue to the site. */
function staticFiles(): Plugin {
  return {
    name: 'static-files',
    generateBundle() {
      // Unchanged files: the themes page links to its source, and the colour scheme is a blocking script.
      for (const fileName of ['themes.css', 'scheme.js']) {
        const source = readFileSync(inDemo(fileName));
        this.emitFile({type: 'asset', fileName, source});
      }
      const source = JSON.stringify(searchIndex());
      this.emitFile({type: 'asset', fileName: 'docs-search.json', source});
      for (const [place, folder] of Object.entries(STATIC)) {
        for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
          const file = path.join(entry.parentPath, entry.name);
          const name = path.relative(folder, file);
          const isWanted = place !== 'js/' || /^(languages\/[\w-]+|[\w.-]+\.min)\.js$/.test(name);
          if (entry.isFile() && isWanted) {
            this.emitFile({type: 'asset', fileName: place + name, source: readFileSync(file)});
          }
        }
      }
    },
  };
}
