import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {seeGallery} from '../support/gallery-page.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const HOVERS = '--blink-settings=primaryHoverType=2,availableHoverTypes=2';

const VIDEOS = Array.from({length: 20}, (_, index) =>
  aRecord({videoId: `id-${index}`, videoName: `Video ${index}`}),
);

describe('In forced colours a row', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;

  before(async () => {
    browser = await openChromium([HOVERS]);
    site = await openSite({
      folders: {'/dist/': fileURLToPath(new URL('../../dist', import.meta.url))},
      pages: {
        '/row.html': `<!doctype html>
          <html lang="en">
            <title>Videos</title>
            <script type="module" src="/dist/cloud-vod-gallery.min.js"></script>
            <video-list src="/videos.json" layout="row" value="id-1"></video-list>
          </html>`,
        '/videos.json': JSON.stringify(anEnvelope(VIDEOS)),
      },
    });
    [page] = await openPage(browser, `${site.origin}/row.html`);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{name: 'forced-colors', value: 'active'}],
    });
    await seeGallery(page);
    await page.locator('video-list >>> [part=forward]').wait();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** A computed style of what a selector finds in the shadow roots of the page. */
  const styleOf = async (selector: string, property: string) => {
    const element = await page.$(`video-list >>> ${selector}`);
    assert.ok(element, `There is no ${selector}.`);
    return element.evaluate(
      (element, name) => getComputedStyle(element).getPropertyValue(name),
      property,
    );
  };

  it('has arrows with an edge', async () => {
    assert.equal(await styleOf('[part=forward]', 'border-top-style'), 'solid');
    const background = await styleOf('[part=forward]', 'background-color');
    assert.notEqual(await styleOf('[part=forward]', 'border-top-color'), background);
    assert.notEqual(await styleOf('[part=forward]', 'color'), background);
  });

  it('has chips with an edge, and shows which card is picked', async () => {
    assert.equal(await styleOf('[part=duration]', 'outline-style'), 'solid');
    assert.notEqual(await styleOf('[part=duration]', 'outline-color'), 'rgba(0, 0, 0, 0)');
    const selected = 'video-card[selected] >>> [part=thumbnail]';
    assert.equal(await styleOf(selected, 'outline-style'), 'solid');
    assert.equal(await styleOf(selected, 'outline-width'), '3px');
  });
});
