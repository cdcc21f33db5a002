import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {elementInfo} from '../../demo/build/manifest.js';
import {pageFiles} from '../../demo/build/pages.js';
import {openChromium, openPage} from '../support/chromium.js';
import {startDemo} from '../support/demo-process.js';
import {PROJECT} from '../support/package.js';
import {openSite} from '../support/web-site.js';

const SITE = path.join(PROJECT, 'site');
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Pages that show failures and broken addresses on purpose. */
const SHOWS_FAULTS = /states|languages|example\.html/;

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

    for (const file of pageFiles) {
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

    it('leads nowhere that is not there', async () => {
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
      assert.ok(links.length > 100);
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

    it('writes down what the reference’s live list tells', async () => {
      const [page, faults] = await visit('video-list.html');
      await page.locator('#stage video-list >>> [part=link]').click();
      await page.waitForFunction(() =>
        document.querySelector('#heard')!.textContent.includes('video-select'),
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

    it('hands out the code of the examples as the tests run it, by click and by key', async () => {
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
      await page.waitForFunction(() => document.querySelector('#said')!.textContent === 'Copied');
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
