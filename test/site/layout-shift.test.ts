import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openChromium} from '../support/chromium.js';
import {startDemo} from '../support/demo-process.js';

/** Pages whose content has moved once, or whose first screen has several elements above each other. */
const PAGES = [
  'index.html',
  'player.html',
  'selection.html',
  'states.html',
  'themes.html',
  'video-card.html',
  'watch.html',
];

/** Texts that become a line longer are less than this. Browsers call up to 0.1 good. */
const MOST = 0.01;

/** As text, because the compiler of the tests adds helpers to functions. */
const RECORD_SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries())
      shifts.push({value, what: sources.map(({node}) => node?.outerHTML?.slice(0, 80))});
  }).observe({type: 'layout-shift', buffered: true});
`;

describe('On a phone with a slow line', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;

  before(async () => {
    demo = await startDemo();
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    await demo.close();
  });

  for (const file of PAGES) {
    it(`${file} does not move while it loads`, async () => {
      const page = await browser.newPage();
      await page.setViewport({width: 412, height: 823, isMobile: true, hasTouch: true});
      await page.emulateNetworkConditions({latency: 150, download: 2e5, upload: 1e5});
      await page.evaluateOnNewDocument(RECORD_SHIFTS);
      await page.goto(demo.base + file);
      await page.waitForFunction(() =>
        document.querySelector('video-list:not(#loading), video-card')?.matches(':defined:not(:state(loading))'),
      );
      // The states page has two requests that are never answered.
      await page.waitForNetworkIdle({concurrency: 2});
      const shifts = (await page.evaluate('shifts')) as readonly {value: number}[];
      const sum = shifts.reduce((total, {value}) => total + value, 0);
      assert.ok(sum < MOST, `${file} moves by ${sum}: ${JSON.stringify(shifts)}`);
      await page.close();
    });
  }
});
