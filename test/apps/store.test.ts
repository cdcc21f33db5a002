import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {PROJECT} from '../support/package.js';

const PAGES: Readonly<Record<string, string>> = {
  plain: `<ul></ul><p role="status"></p><button id="more">Load more</button><button id="retry">Try again</button>`,
  react: `<div id="root"></div>`,
};

/** The example as a page's bundler would make it, from the sources of the store. */
async function bundled(name: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [path.join(PROJECT, `test/apps/store/${name}.${name === 'react' ? 'tsx' : 'ts'}`)],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
    alias: {'cloud-vod-gallery/store': path.join(PROJECT, 'src/store/index.ts')},
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

describe('The store alone, in a browser', () => {
  let server: Server;
  let browser: Browser;
  let isDown = false;

  before(async () => {
    const scripts = new Map<string, string>();
    for (const name of Object.keys(PAGES)) scripts.set(`/${name}.js`, await bundled(name));
    server = createServer(({url = '/'}, response) => {
      const {pathname, searchParams} = new URL(url, 'http://localhost');
      const script = scripts.get(pathname);
      if (script) response.setHeader('content-type', 'text/javascript').end(script);
      else if (pathname === '/api/videos') {
        response.statusCode = isDown ? 400 : 200;
        response.end(JSON.stringify(listOf(searchParams)));
      } else {
        const name = pathname.slice(1);
        const page = `<!doctype html><title>Store</title>${PAGES[name] ?? ''}<script type="module" src="/${name}.js"></script>`;
        response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
      }
    });
    await once(server.listen(0), 'listening');
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  const open = (name: string) =>
    openPage(browser, `http://localhost:${(server.address() as AddressInfo).port}/${name}`);
  const untilStatus = (page: Page, text: string) =>
    page.waitForFunction(
      (text) => document.querySelector('[role=status]')?.textContent === text,
      {timeout: 10_000},
      text,
    );

  it('fills a plain list, and selects in it', async () => {
    const [page, faults] = await open('plain');
    await untilStatus(page, '24 videos, 0 selected');
    await page.locator('#more').click();
    await untilStatus(page, '30 videos, 0 selected');
    await page.locator('li:nth-child(2) button').click();
    await untilStatus(page, '30 videos, 1 selected');
    await page.keyboard.down('Shift');
    await page.locator('li:nth-child(4) button').click();
    await page.keyboard.up('Shift');
    await untilStatus(page, '30 videos, 3 selected');
    assert.equal(await page.$eval('#more', (more) => (more as HTMLElement).hidden), true);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('tries again if a plain list could not be loaded', async () => {
    isDown = true;
    const [page] = await open('plain');
    await page.waitForSelector('#retry:not([hidden])');
    isDown = false;
    await page.locator('#retry').click();
    await untilStatus(page, '24 videos, 0 selected');
    await page.close();
  });

  it('is an external store for React', async () => {
    const [page, faults] = await open('react');
    await untilStatus(page, '24 videos');
    await page.locator('#more').click();
    await untilStatus(page, '30 videos');
    await page.locator('input').fill('Video 3');
    await untilStatus(page, '2 videos');
    assert.deepEqual(
      await page.$$eval('li', (items) => items.map(({textContent}) => textContent)),
      ['Video 3', 'Video 30'],
    );
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** The page that is asked for, of 30 videos. */
function listOf(query: URLSearchParams) {
  const titles = Array.from({length: 30}, (_, index) => `Video ${index + 1}`);
  const found = titles.filter((title) => title.includes(query.get('videoName') ?? ''));
  const pageSize = Number(query.get('pageSize'));
  const start = (Number(query.get('pageIndex')) - 1) * pageSize;
  const records = found.slice(start, start + pageSize);
  const videoListInfo = records.map((title) => ({videoId: title, videoName: title}));
  const data = {videoListInfo, videoTotal: records.length};
  return {code: 200, message: 'success', pageSize, data};
}
