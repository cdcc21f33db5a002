import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const HOVERS = '--blink-settings=primaryHoverType=2,availableHoverTypes=2';

const VIDEOS = Array.from({length: 20}, (_, index) =>
  aRecord({videoId: `id-${index}`, videoName: `Video ${index}`}),
);

const pageWith = (attributes: string) => `<!doctype html>
  <html lang="en">
    <title>Videos</title>
    <script type="module" src="/dist/cloud-vod-gallery.min.js"></script>
    <video-list src="/videos.json" ${attributes}></video-list>
  </html>`;

describe('In forced colours a list', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;

  before(async () => {
    browser = await openChromium([HOVERS]);
    site = await openSite({
      folders: {'/dist/': fileURLToPath(new URL('../../dist', import.meta.url))},
      pages: {
        '/row.html': pageWith('layout="row" current="id-1"'),
        '/select.html': pageWith('selection="multiple" value="id-1"'),
        '/videos.json': JSON.stringify(anEnvelope(VIDEOS)),
      },
    });
  });

  const show = async (address: string) => {
    [page] = await openPage(browser, site.origin + address);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{name: 'forced-colors', value: 'active'}],
    });
    await page.locator('video-list >>> video-card >>> [part=duration]').wait();
  };

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** A computed style of the element that a selector matches in the shadow roots of the page. */
  const styleOf = async (selector: string, property: string) => {
    const element = await page.$(`video-list >>> ${selector}`);
    assert.ok(element, `There is no ${selector}.`);
    return element.evaluate(
      (element, name) => getComputedStyle(element).getPropertyValue(name),
      property,
    );
  };

  const textOf = async (selector: string) => {
    const element = await page.$(`video-list >>> ${selector}`);
    return element?.evaluate(({textContent}) => textContent);
  };

  it('that is a row has arrows with a border', async () => {
    await show('/row.html');
    await page.locator('video-list >>> [part=forward]').wait();
    assert.equal(await styleOf('[part=forward]', 'border-top-style'), 'solid');
    const background = await styleOf('[part=forward]', 'background-color');
    assert.notEqual(await styleOf('[part=forward]', 'border-top-color'), background);
    assert.notEqual(await styleOf('[part=forward]', 'color'), background);
  });

  it('has chips with a border, and shows which card is the current one', async () => {
    await show('/row.html');
    assert.equal(await styleOf('[part=duration]', 'outline-style'), 'solid');
    assert.notEqual(await styleOf('[part=duration]', 'outline-color'), 'rgba(0, 0, 0, 0)');
    const selected = 'video-card[selected] >>> [part=thumbnail]';
    assert.equal(await styleOf(selected, 'outline-style'), 'solid');
    assert.equal(await styleOf(selected, 'outline-width'), '3px');
  });

  it('shows which options are selected, and which one has the focus', async () => {
    await show('/select.html');
    const [selected, other] = ['[selected]', ':not([selected])'].map(
      (which) => `video-card${which} >>> [part=check]`,
    );
    for (const check of [selected!, other!]) {
      assert.equal(await styleOf(check, 'border-top-style'), 'solid');
    }
    assert.equal(await textOf(selected!), '✓');
    assert.equal(await textOf(other!), '');
    await page.evaluate(() => document.querySelector('video-list')?.focus());
    await page.keyboard.press('ArrowRight');
    const focused = await page.waitForSelector('video-list >>> video-card:focus-visible', {
      visible: true,
    });
    const outline = await focused?.evaluate((card) => {
      const link = card.shadowRoot?.querySelector('[part=link]');
      return link && getComputedStyle(link, '::after').outlineStyle;
    });
    assert.equal(outline, 'solid');
  });
});
