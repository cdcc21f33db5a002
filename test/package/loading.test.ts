import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium} from '../support/chromium.js';
import {untilCovers} from '../support/gallery-page.js';
import {PROJECT} from '../support/package.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const SCRIPT = '/dist/cloud-vod-gallery.min.js';
const STYLES = '<link rel="stylesheet" href="/dist/loading.css">';

const VIDEOS = Array.from({length: 8}, (_, index) =>
  aRecord({videoId: `${index}`, videoName: `Video ${index}`, imageUrl: '/covers/alpine-1.webp'}),
);

/** A page with all three elements, whose script loads slowly. */
const pageWith = (head: string, list = '') => `<!doctype html>
  <html lang="en">
    <meta name="viewport" content="width=device-width">
    <title>Videos</title>
    ${head}
    <script type="module" async src="${SCRIPT}"></script>
    <style>video-list { --video-list-cards: 8 }</style>
    <h1>Videos</h1>
    <p>In <resolution-badge height="1080">Full HD</resolution-badge> or better.</p>
    <video-list src="/videos.json" page-size="8" paging="none">${list}</video-list>
    <p id="after">What comes after the list.</p>
    <video-card heading="Harbour" cover="/covers/alpine-1.webp" width="1920" height="1080"></video-card>
    <p id="end">The end.</p>
  </html>`;

const DRAWN = `<template shadowrootmode="open"><ul><li><a href="/1">Drawn by the server</a></ul></template>`;

/** Distance of an element from the top of the page in pixels. */
const topOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().top + scrollY);

const heightOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().height);

/** Measures layout shifts without user input in Chromium. Call it before the page is opened. */
async function watchShifts(page: Page) {
  await page.evaluateOnNewDocument(() => {
    const account = {
      shift: 0,
      add(entries: PerformanceEntryList) {
        for (const entry of entries) account.shift += Reflect.get(entry, 'value') as number;
      },
    };
    new PerformanceObserver((list) => {
      account.add(list.getEntries());
    }).observe({type: 'layout-shift', buffered: true});
    Object.assign(window, {account});
  });
  // After some frames, because observers are called after painting.
  return () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      return (Reflect.get(window, 'account') as {shift: number}).shift;
    });
}

describe('Before the script has loaded', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    browser = await openChromium();
  });

  after(() => browser.close());

  /** A page that is complete except for its script. */
  async function openWithout(content: string, width = 1280) {
    site = await openSite({
      folders: {
        '/dist/': path.join(PROJECT, 'dist'),
        '/covers/': path.join(PROJECT, 'demo/catalogue/media/covers'),
      },
      pages: {'/page.html': content, '/videos.json': JSON.stringify(anEnvelope(VIDEOS))},
      held: [SCRIPT],
    });
    const page = await browser.newPage();
    // High enough to show everything, because only visible shifts count.
    await page.setViewport({width, height: 3600});
    const shift = await watchShifts(page);
    await page.goto(`${site.origin}/page.html`, {waitUntil: 'domcontentloaded'});
    await page.waitForFunction(() =>
      [...document.querySelectorAll('link')].every(({sheet}) => sheet),
    );
    return {page, shift};
  }

  /** Lets the script load, and waits until all requests have ended. */
  async function arrive(page: Page) {
    site.release();
    await page.waitForFunction(() =>
      document.querySelector('video-list')?.matches(':state(ready)'),
    );
    await untilCovers(page, VIDEOS.length);
  }

  for (const width of [1280, 390]) {
    it(`space is reserved, so that there is no layout shift at a width of ${width}`, async () => {
      const {page, shift} = await openWithout(pageWith(STYLES), width);
      const [list, end] = [await topOf(page, '#after'), await topOf(page, '#end')];
      await arrive(page);
      assert.ok(Math.abs((await topOf(page, '#after')) - list) < 1, 'the list');
      assert.ok(Math.abs((await topOf(page, '#end')) - end) < 1, 'the card');
      assert.equal(await shift(), 0);
      await page.close();
      await site.close();
    });

    it(`this test would find a layout shift at a width of ${width}`, async () => {
      const {page, shift} = await openWithout(pageWith(''), width);
      await arrive(page);
      const seen = await shift();
      assert.ok(seen > 0, `It has seen ${seen}.`);
      await page.close();
      await site.close();
    });
  }

  it('a server-rendered list is shown, and then becomes a gallery', async () => {
    const {page} = await openWithout(pageWith(STYLES, DRAWN));
    const link = await page.waitForSelector('video-list >>> a', {visible: true});
    assert.equal(await link?.evaluate((a) => a.textContent), 'Drawn by the server');
    await page.close();
    await site.close();
  });
});

describe('Without the script', () => {
  const FALLBACK = '<a href="/all-videos">All videos</a>';
  let browser: Browser;
  let site: Site;

  before(async () => {
    browser = await openChromium();
    site = await openSite({
      folders: {'/dist/': path.join(PROJECT, 'dist')},
      pages: {
        '/lost.html': pageWith(STYLES, FALLBACK).replace(SCRIPT, '/nowhere.js'),
        '/drawn.html': pageWith(STYLES, DRAWN).replace(SCRIPT, '/nowhere.js'),
        '/all-videos': '<!doctype html><p>All videos',
      },
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(address: string, scripting: boolean) {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(scripting);
    await page.setViewport({width: 1280, height: 900});
    await page.goto(site.origin + address);
    return page;
  }

  it('the link that the page has put into the list can be followed', async () => {
    const page = await open('/lost.html', true);
    await Promise.all([page.waitForNavigation(), page.locator('video-list a').click()]);
    assert.equal(new URL(page.url()).pathname, '/all-videos');
  });

  it('the reserved space is removed after ten seconds', async () => {
    const page = await open('/lost.html', true);
    assert.ok((await heightOf(page, 'video-list')) > 500);
    const delays = await page.evaluate(() =>
      document.getAnimations().map((animation) => {
        const delay = animation.effect?.getTiming().delay;
        animation.finish();
        return delay;
      }),
    );
    assert.deepEqual(delays, [10_000, 10_000]);
    assert.ok((await heightOf(page, 'video-list')) < 40);
    assert.ok((await topOf(page, '#after')) < 250);
  });

  it('no space is reserved without scripting, but badges are shown', async () => {
    const page = await open('/lost.html', false);
    assert.ok((await heightOf(page, 'video-list')) < 40);
    assert.ok((await heightOf(page, 'video-card')) < 1);
    const badge = await page.$('resolution-badge');
    const style = await badge?.evaluate((element) => {
      const {display, backgroundColor} = getComputedStyle(element);
      return [display, backgroundColor, element.textContent];
    });
    assert.deepEqual(style, ['inline-flex', 'rgba(15, 17, 21, 0.82)', 'Full HD']);
  });

  it('server-rendered content is shown, with and without scripting', async () => {
    for (const scripting of [true, false]) {
      const page = await open('/drawn.html', scripting);
      const link = await page.waitForSelector('video-list >>> a', {visible: true});
      const box = await link?.boundingBox();
      assert.ok(box && box.y < 300 && box.height > 10, `scripting: ${scripting}`);
    }
  });
});
