import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {openSite, type Site} from '../support/web-site.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The strictest policy that allows scripts. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  'img-src data:',
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
].join('; ');

const SCRIPTS = {
  module: {
    file: 'cloud-vod-gallery.min.js',
    tag: (url: string) => `<script type="module" src="${url}"></script>`,
    registration: `import {registerLanguage} from '/js/cloud-vod-gallery.min.js';`,
  },
  classic: {
    file: 'cloud-vod-gallery.classic.min.js',
    tag: (url: string) => `<script defer src="${url}"></script>`,
    registration: `const {registerLanguage} = CloudVodGallery;`,
  },
};

const pageWith = (lang: string, head: string) => `<!doctype html>
  <html lang="${lang}">
    <title>Videos</title>
    <link rel="icon" href="data:,">
    <script src="/listen.js"></script>
    ${head}
    <video-list></video-list>
    <video-list></video-list>
  </html>`;

/** The visible text of a list that is not set up. */
const WORDS = {
  en: 'This gallery needs a “src” attribute: the address of a proxy.',
  de: 'Diese Galerie braucht ein Attribut „src“: die Adresse eines Proxys.',
  nl: 'Deze galerij heeft een “src” nodig.',
};

for (const [kind, {file, tag, registration}] of Object.entries(SCRIPTS)) {
  describe(`The ${kind} script`, () => {
    let browser: Browser;
    let site: Site;

    before(async () => {
      assert.ok(existsSync(`${dist}/${file}`), 'Run "npm run build" first.');
      browser = await openChromium();
      site = await openSite({
        headers: {'content-security-policy': POLICY},
        folders: {'/js/': dist},
        pages: {
          '/pages/en.html': pageWith('en', tag(`/js/${file}`)),
          '/pages/de.html': pageWith('de-CH', tag(`/js/${file}`)),
          '/pages/nl.html': pageWith(
            'nl',
            `${tag(`/js/${file}`)}<script type="module" src="/dutch.js"></script>`,
          ),
          '/pages/preload.html': pageWith(
            'de',
            `<link rel="modulepreload" href="/js/languages/de.js">${tag(`/js/${file}`)}`,
          ),
          // The script was copied without the folder next to it.
          '/pages/alone.html': pageWith('de', tag(`/alone/${file}`)),
          [`/alone/${file}`]: readFileSync(`${dist}/${file}`, 'utf8'),
          '/listen.js': `window.warnings = []; console.warn = (text) => warnings.push(text);`,
          '/dutch.js': `${registration}
            registerLanguage({language: 'nl', unconfigured: '${WORDS.nl}'});`,
        },
      });
    });

    after(async () => {
      await browser.close();
      await site.close();
    });

    /** Opens a page and waits for a text. Returns the page, the languages that it has fetched, and its errors. */
    async function open(name: string, words: string) {
      const [page, faults] = await openPage(browser, `${site.origin}/pages/${name}.html`);
      await page.waitForFunction(
        (expected) =>
          document
            .querySelector('video-list')
            ?.shadowRoot?.querySelector('[part=message]')
            ?.textContent.includes(expected),
        {},
        words,
      );
      return {page, faults, languages: await languagesOf(page)};
    }

    it('fetches no language for a page in English', async () => {
      const {faults, languages} = await open('en', WORDS.en);
      assert.deepEqual({faults, languages}, {faults: [], languages: []});
    });

    it('fetches only the language of the page, next to the script', async () => {
      const {faults, languages} = await open('de', WORDS.de);
      assert.deepEqual({faults, languages}, {faults: [], languages: ['/js/languages/de.js']});
    });

    it('uses a language that the page has fetched before', async () => {
      const {faults, languages} = await open('preload', WORDS.de);
      assert.deepEqual({faults, languages}, {faults: [], languages: ['/js/languages/de.js']});
    });

    it('uses a language of the page', async () => {
      const {faults, languages} = await open('nl', WORDS.nl);
      assert.deepEqual({faults, languages}, {faults: [], languages: []});
    });

    it('stays English without a language file, and logs that once', async () => {
      const {page, faults} = await open('alone', WORDS.en);
      await page.waitForFunction('warnings.length > 0');
      const languages = await languagesOf(page);
      const warnings = (await page.evaluate('warnings')) as string[];
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', /The texts for "de" could not be loaded: .*de\.js/);
      assert.deepEqual({faults, languages}, {faults: [], languages: ['/alone/languages/de.js']});
    });
  });
}

/** The language files that a page has requested. */
function languagesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter((path) => path.includes('/languages/')),
  );
}
