import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {elementInfo} from '../../demo/build/manifest.js';
import {docsFiles} from '../../demo/build/docs.js';
import {pageFiles} from '../../demo/build/pages.js';
import {openChromium, openPage} from '../support/chromium.js';
import {startDemo} from '../support/demo-process.js';
import {PROJECT} from '../support/package.js';
import {openSite} from '../support/web-site.js';

const SITE = path.join(PROJECT, 'site');
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Pages that show failures and broken addresses on purpose. */
const SHOWS_FAULTS = /states|languages|example\.html/;

/** Pages of the documentation that are looked at in a browser: they are all made in the same way. */
const SOME_DOCS = ['docs.html', 'docs-styling.html', 'docs-types.html'];

/** Notes the page's colour in each of its first frames. As text: what compiles the tests adds helpers to functions. */
const SEE_COLOURS = `
  globalThis.seen = [];
  const look = () => {
    if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
    if (seen.length < 8) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** The two ways the site is met, by where its pages are. */
const HOSTS: Record<string, () => Promise<Host>> = {
  'in a folder of a host of files': openFiles,
  'with the proxy behind it, as "npm start" has it': startDemo,
};

interface Host {
  readonly base: string;
  readonly close: () => Promise<unknown>;
}

for (const [name, open] of Object.entries(HOSTS)) {
  describe(`The site ${name}`, () => {
    let host: Host;
    let browser: Browser;

    before(async () => {
      assert.ok(existsSync(path.join(SITE, 'index.html')), 'Run "npm run site" first.');
      host = await open();
      browser = await openChromium();
    });

    after(async () => {
      await browser.close();
      await host.close();
    });

    const visit = async (file: string): Promise<[Page, string[]]> => {
      const isFaulty = SHOWS_FAULTS.test(file);
      return openPage(browser, `${host.base}${file}`, {hearsConsole: !isFaulty});
    };

    for (const file of [...pageFiles, ...SOME_DOCS]) {
      it(`shows ${file} without a fault, on a phone as well, in light and dark`, async () => {
        const [page, faults] = await visit(file);
        await untilVideos(page);
        for (const scheme of ['light', 'dark']) {
          await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
          assert.deepEqual(await accessibilityFaults(page), []);
        }
        for (const width of [390, 320]) {
          await page.setViewport({width, height: 800});
          const tooWide = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          assert.ok(tooWide <= 0, `${file} is ${tooWide} pixels too wide at ${width}.`);
        }
        assert.deepEqual(faults, []);
        await page.close();
      });
    }

    it('has no broken links', async () => {
      const targets = new Map<string, Set<string>>();
      const links: string[] = [];
      for (const file of pageFiles) {
        const [page] = await visit(file);
        const found = await page.evaluate(() => ({
          ids: [...document.querySelectorAll('[id]')].map(({id}) => id),
          hrefs: [...document.querySelectorAll('a')].map(({href}) => href),
        }));
        targets.set(new URL(file, host.base).href, new Set(found.ids));
        links.push(...found.hrefs.filter((href) => href.startsWith(host.base)));
        await page.close();
      }
      for (const file of docsFiles) {
        const address = new URL(file, host.base).href;
        const html = await (await fetch(address)).text();
        targets.set(address, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)));
        const hrefs = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)];
        const absolute = hrefs.map(([, href]) => new URL(href!, address).href);
        links.push(...absolute.filter((href) => href.startsWith(host.base)));
      }
      assert.ok(links.length > 1000);
      const dead: string[] = [];
      for (const href of new Set(links)) {
        const {origin, pathname, hash} = new URL(href);
        const ids = targets.get(origin + pathname);
        const isThere = ids ? !hash || ids.has(hash.slice(1)) : (await fetch(href)).ok;
        if (!isThere) dead.push(href);
      }
      assert.deepEqual(dead, []);
    });

    it('has everything of every element in its reference, and lets it be tried', async () => {
      for (const tagName of ['video-list', 'video-card', 'video-player', 'resolution-badge']) {
        const [page, faults] = await visit(`${tagName}.html`);
        const {members, events = []} = elementInfo(tagName);
        const ids = [
          ...members.flatMap(({attribute}) => (attribute ? [`attribute-${attribute}`] : [])),
          ...events.map(({name}) => `event-${name}`),
        ];
        const missing = await page.evaluate(
          (ids) => ids.filter((id) => !document.getElementById(id)),
          ids,
        );
        assert.deepEqual(missing, []);
        for (const button of await page.$$('.try')) {
          await button.click();
          const shown = await page.evaluate(() => ({
            code: document.querySelector('#live-code')!.textContent,
            tag: document.querySelector('#stage')!.firstElementChild!.outerHTML,
          }));
          const attributes = [...shown.code.matchAll(/ ([\w-]+)/g)].map(([, name]) => name!);
          const isLive = (name: string) => name === 'live' || shown.tag.includes(name);
          assert.ok(attributes.every(isLive), `${shown.code} became ${shown.tag}`);
        }
        assert.deepEqual(faults, []);
        await page.close();
      }
    });

    it('searches the documentation in the browser, and the reference by its words', async () => {
      const [page, faults] = await visit('docs-proxy.html');
      await page.locator('#search').fill('callback secret');
      const link = await page.waitForSelector('#found a');
      const href = await link!.evaluate((found) => (found).href);
      assert.match(href, /docs-[\w-]+\.html#/);
      const [reference, more] = await visit('video-list.html');
      await reference.locator('#filter').fill('rate limit unicorn');
      await reference.waitForFunction(() =>
        /^0 of \d+$/.test(document.querySelector('#found')!.textContent),
      );
      await reference.locator('#filter').fill('page-size');
      await reference.waitForFunction(() =>
        document.querySelector('#attribute-page-size')!.checkVisibility(),
      );
      assert.ok(
        await reference.$eval('#attribute-timeout', (entry) => !entry.checkVisibility()),
        'An entry without the word is still shown.',
      );
      assert.deepEqual([...faults, ...more], []);
      await reference.close();
      await page.close();
    });

    it('has one row of navigation on a phone, which opens as a menu', async () => {
      const [page, faults] = await visit('examples.html');
      await page.setViewport({width: 390, height: 844});
      assert.ok((await page.$eval('.bar', (bar) => bar.clientHeight)) < 60);
      assert.ok(!(await page.$eval('.bar nav', (nav) => nav.checkVisibility())));
      await page.locator('.menu-button').click();
      await page.locator('.bar nav a[href="docs.html"]').click();
      await page.waitForFunction(() => location.pathname.endsWith('/docs.html'));
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('keeps the chosen colours, and has them before the first paint', async () => {
      const [page] = await visit('index.html');
      await page.evaluate(() => localStorage.setItem('scheme', 'dark'));
      await page.evaluateOnNewDocument(SEE_COLOURS);
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'light'}]);
      await page.bringToFront();
      for (const file of ['index.html', 'themes.html']) {
        await page.goto(host.base + file, {waitUntil: 'load'});
        const frames = await page.waitForFunction('seen.length >= 8 && seen');
        assert.deepEqual([...new Set((await frames.jsonValue()) as string[])], ['rgb(14, 16, 21)']);
      }
      await page.evaluate(() => localStorage.removeItem('scheme'));
      await page.close();
    });

    it('has stronger colours while the user wants more contrast', async () => {
      const [page] = await visit('states.html');
      await page.waitForSelector('video-list >>> video-card >>> [part=meta]');
      const session = await page.createCDPSession();
      const prefer = (value: string) =>
        session.send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-contrast', value}]});
      const colours = () =>
        Promise.all(
          [
            'body',
            '.lead',
            'video-list >>> video-card >>> [part=title]',
            'video-list >>> video-card >>> [part=meta]',
          ].map((selector) =>
            page.$eval(selector, (element) => getComputedStyle(element).color),
          ),
        );
      const usual = await colours();
      assert.notEqual(usual[0], usual[1]);
      assert.notEqual(usual[2], usual[3]);
      await prefer('more');
      const [text, note, title, meta] = await colours();
      assert.deepEqual([note, meta], [text, title]);
      await prefer('no-preference');
      assert.deepEqual(await colours(), usual);
      await page.close();
    });

    it('plays a clip that lasts as long as its video', async () => {
      const [page, faults] = await visit('watch.html?id=FEEC23ACC9BF6152C443639C7C5399D6');
      await page.waitForFunction(
        () => document.querySelector('video-player')?.shadowRoot?.querySelector('video')?.duration,
      );
      const duration = await page.evaluate(
        () => document.querySelector('video-player')!.shadowRoot!.querySelector('video')!.duration,
      );
      assert.equal(Math.round(duration), 96);
      assert.equal(
        await page.$eval('#title', ({textContent}) => textContent),
        'Skua 4: the drone that films in the dark',
      );
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('shows what the form of the selection page has sent', async () => {
      const [page, faults] = await visit('posted.html?programme=Autumn&video=1&video=%3Cb%3E');
      const cells = await page.$$eval('#entries td', (all) => all.map((cell) => cell.textContent));
      assert.deepEqual(cells, ['programme', 'Autumn', 'video', '1', 'video', '<b>']);
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('shows the events of the live list in the reference', async () => {
      const [page, faults] = await visit('video-list.html');
      await page.locator('#stage video-list >>> [part=link]').click();
      await page.waitForFunction(() =>
        document.querySelector('#event-log')!.textContent.includes('video-select'),
      );
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('plays with every attribute, and finds what was played with again', async () => {
      const [page, faults] = await visit('playground.html');
      await page.locator('#controls [name=toolbar]').fill('search');
      await page.locator('#controls [name=live]').click();
      await page.waitForSelector('#preview video-list >>> [part=search]', {visible: true});
      const markup = await page.$eval('#markup', ({textContent}) => textContent);
      assert.match(markup, /<video-list [^>]*toolbar="search"/);
      assert.match(markup, /<video-list [^>]*live[ >]/);
      const again = await openPage(browser, page.url(), {hearsConsole: true});
      await again[0].waitForSelector('#preview video-list >>> [part=search]', {visible: true});
      assert.equal(await again[0].$eval('#markup', ({textContent}) => textContent), markup);
      await again[0].select('#element', 'resolution-badge');
      await again[0].waitForSelector('#preview resolution-badge >>> [part=base]', {visible: true});
      assert.deepEqual([...faults, ...again[1]], []);
      await again[0].close();
      await page.close();
    });

    it('copies the code of the examples, by click and by key', async () => {
      const [page, faults] = await visit('examples.html');
      const files = {
        HTML: 'html/gallery.html',
        React: 'react/src/examples/Gallery.tsx',
        Vue: 'vue/src/examples/Gallery.vue',
      };
      await page.locator('#gallery-HTML-tab').click();
      for (const [kind, file] of Object.entries(files)) {
        const code = readFileSync(path.join(PROJECT, 'test/apps', file), 'utf8').trimEnd();
        assert.equal(
          await page.$eval(`#gallery-${kind} code`, ({textContent}) => textContent),
          code,
        );
        assert.ok(await page.$eval(`#gallery-${kind}`, (panel) => panel.checkVisibility()));
        await page.keyboard.press('ArrowRight');
      }
      const context = browser.defaultBrowserContext();
      await context.overridePermissions(new URL(host.base).origin, [
        'clipboard-read',
        'clipboard-sanitized-write',
      ]);
      await page.bringToFront();
      await page.locator('#gallery-HTML .copy').click();
      await page.waitForFunction(
        () => document.querySelector('#message')!.textContent === 'Copied',
      );
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^<!doctype html>/);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}

/** Until no list of the page is loading any more, whose loading has an end. */
async function untilVideos(page: Page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video-list:not(#loading)')].every(
      (list) => customElements.get('video-list') && !list.matches(':state(loading)'),
    ),
  );
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  // In the page's own world, but not as a script of it: its policy allows no others.
  const session = await page.createCDPSession();
  await session.send('Page.setBypassCSP', {enabled: true});
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const {violations} = await Reflect.get(window, 'axe').run({
      // What others have made.
      exclude: 'media-controller',
    });
    return violations.flatMap(({id, nodes}: {id: string; nodes: {html: string}[]}) =>
      nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`),
    );
  });
}

async function openFiles(): Promise<Host> {
  const site = await openSite({pages: {}, folders: {'/some/folder/': SITE}});
  return {base: `${site.origin}/some/folder/`, close: site.close};
}
