import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {seeGallery} from '../support/gallery-page.js';
import {PROJECT, unpackProject} from '../support/package.js';
import {anEnvelope, recordsTitled} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

describe('The tags of the documentation, from a CDN', () => {
  let browser: Browser;
  let cdn: Site;
  let site: Site;
  let tags: string[];
  let map: string;

  before(async () => {
    const folder = await unpackProject();
    const documentation = await readFile(path.join(PROJECT, 'docs/installation.md'), 'utf8');
    cdn = await openSite({
      pages: {},
      folders: {'/dist/': path.join(folder, 'dist')},
      headers: {'access-control-allow-origin': '*'},
    });
    tags = [...documentation.matchAll(/<script[^>]*?src="(https:[^"]*)"[^>]*><\/script>/g)].map(
      ([tag, url]) => tag.replace(url!.replace(/dist\/.*/, ''), `${cdn.origin}/`),
    );
    [map = ''] = /<script type="importmap">[^]*?<\/script>/.exec(documentation) ?? [];
    map = map.replaceAll(/https:[^"]*\/(?=dist\/)/g, `${cdn.origin}/`);
    const pageOf = (tag: string, map = '') => `<!doctype html>
      <html lang="de"><title>Videos</title><link rel="icon" href="data:,">
      ${map}${tag}<video-list src="/videos.json" toolbar="search"></video-list></html>`;
    site = await openSite({
      pages: {
        '/module.html': pageOf(tags[0]!),
        '/mapped.html': pageOf(tags[0]!, map),
        '/all.html': pageOf(tags[1]!),
        '/classic.html': pageOf(tags[2]!),
        '/changed-file.html': pageOf(
          tags[0]!,
          map.replace(/(toolbar\.min\.js": "sha384-)...../, '$1AAAAA'),
        ),
        '/changed.html': pageOf(tags[0]!.replace(/sha384-...../, 'sha384-AAAAA')),
        '/videos.json': JSON.stringify(anEnvelope(recordsTitled('First'))),
      },
      folders: {},
    });
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await cdn.close();
  });

  for (const kind of ['module', 'mapped', 'all', 'classic']) {
    it(`the ${kind} one shows a gallery, which finds its languages there as well`, async () => {
      assert.equal(tags.length, 3);
      const [page, faults] = await openPage(browser, `${site.origin}/${kind}.html`);
      assert.deepEqual((await seeGallery(page)).titles, ['First']);
      await page.waitForFunction(
        () =>
          document
            .querySelector('video-list')!
            .shadowRoot!.querySelector('[part=search]')!
            .getAttribute('placeholder') !== 'Search',
      );
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('one with a changed feature file works without it, and logs that', async () => {
    const [page, faults] = await openPage(browser, `${site.origin}/changed-file.html`, {
      hearsConsole: true,
    });
    assert.deepEqual((await seeGallery(page)).titles, ['First']);
    await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
    assert.match(faults.join('\n'), /toolbar" could not be loaded.*toolbar\.min\.js/);
    assert.equal(await page.$('video-list >>> form[part=toolbar]'), null);
    await page.close();
  });

  it('one with a changed script runs nothing', async () => {
    const [page] = await openPage(browser, `${site.origin}/changed.html`);
    assert.equal(await page.evaluate(() => customElements.get('video-list')), undefined);
    await page.close();
  });
});
