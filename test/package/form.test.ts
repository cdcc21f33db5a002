import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {openSite, type Site} from '../support/web-site.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The selection of the list of a page, when it shows videos. */
async function selectedOn(page: Page) {
  await page.waitForFunction(() => document.querySelector('video-list')?.matches(':state(ready)'));
  return page.evaluate(() =>
    document.querySelector('video-list')?.selectedVideos.map(({title}) => title),
  );
}

describe('A form with a gallery, in a browser with a history', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    browser = await openChromium();
    const example = await readFile(path.join(PROJECT, 'demo/catalogue/example.json'), 'utf8');
    site = await openSite({
      folders: {'/dist/': path.join(PROJECT, 'dist')},
      // With `no-store`, the page is not in the back/forward cache, so the browser has to restore the form.
      headers: {'cache-control': 'no-store'},
      pages: {
        '/index.html': `<!doctype html>
          <script type="module" src="/dist/cloud-vod-gallery.min.js"></script>
          <form action="/sent.html">
            <video-list name="video" selection="multiple" src="/example.json"></video-list>
            <button>Send</button>
          </form>`,
        '/sent.html': '<!doctype html><p>Sent</p>',
        '/example.json': example,
      },
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('submits the selection, and still has it when the user returns', async () => {
    const [page, faults] = await openPage(browser, `${site.origin}/index.html`);
    assert.deepEqual(await selectedOn(page), []);
    await page.locator('video-list >>> [role=option]:nth-child(2)').click();
    await page.locator('video-list >>> [role=option]:nth-child(1)').click();
    const before = await selectedOn(page);
    assert.equal(before?.length, 2);
    await Promise.all([page.waitForNavigation(), page.locator('button').click()]);
    const {searchParams} = new URL(page.url());
    assert.equal(searchParams.getAll('video').length, 2);
    await page.goBack();
    assert.deepEqual(await selectedOn(page), before);
    assert.deepEqual(faults, []);
  });
});
