import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {defineConfig, type Plugin} from 'vite';
import {pageFiles} from './build/pages.js';
import {referencePage} from './build/reference.js';
import {pageShell} from './build/shell.js';
import {codeBlock, documentedStep, snippetTabs} from './build/snippets.js';

/** Folders that the site has as they are, by where they are found. */
const STATIC: Readonly<Record<string, string>> = {
  'js/': 'dist',
  'catalogue/': 'demo/catalogue',
};

/** The demo as a static site, which works in any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [wholePages(), staticFiles()],
  build: {
    outDir: '../site',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {input: pageFiles.map((file) => path.join(import.meta.dirname, file))},
  },
});

/** Each page's file has what is its own; the rest is the same on all of them. */
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
            .replace(/<!-- step: (\S+) -->/g, (_, name: string) => codeBlock(documentedStep(name))),
          path.basename(filename),
        ),
    },
  };
}

/** The built gallery and the catalogue, beside the pages. */
function staticFiles(): Plugin {
  return {
    name: 'static-files',
    generateBundle() {
      // The themes' page shows it as it is written.
      const themes = readFileSync('demo/themes.css');
      this.emitFile({type: 'asset', fileName: 'themes.css', source: themes});
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
