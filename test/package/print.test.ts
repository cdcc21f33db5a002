import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import type {Browser} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {PROJECT} from '../support/package.js';
import {aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const run = promisify(execFile);

/** A list of 10,000 videos of which the first 60 are loaded. Each has a different duration. */
const LOADED = 60;
const records = Array.from({length: LOADED}, (_, index) =>
  aRecord({
    videoId: `id-${index}`,
    videoName: `Film ${index + 1}.`,
    videoDuration: `${3600 + index}`,
  }),
);
const answer = {
  code: 200,
  message: 'success',
  data: {videoListInfo: records, videoTotal: LOADED, total: 10_000, pageSize: LOADED},
};

const pageWith = (list: string) => `<!doctype html>
  <html lang="en">
    <meta name="color-scheme" content="light dark" />
    <title>Films</title>
    <h1>Programme</h1>
    <script type="module" src="/dist/cloud-vod-gallery.min.js"></script>
    ${list}
  </html>`;

const list = (attributes: string) =>
  `<video-list src="/videos.json" page-size="${LOADED}" ${attributes}></video-list>`;

const PAGES = {
  '/grid.html': pageWith(list('')),
  '/list.html': pageWith(list('layout="list"')),
  '/row.html': pageWith(list('layout="row"')),
  '/bars.html': pageWith(list('selection="multiple" toolbar="search order" paging="button"')),
  '/flex.html': pageWith(`<div style="display: flex">${list('')}</div>`),
};

describe('On paper a list', () => {
  let browser: Browser;
  let site: Site;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'print-'));
    browser = await openChromium();
    site = await openSite({
      folders: {'/dist/': path.join(PROJECT, 'dist')},
      pages: {...PAGES, '/videos.json': JSON.stringify(answer)},
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
    await rm(folder, {recursive: true});
  });

  /** The text of each printed A4 page. */
  async function printed(address: string, scheme: string): Promise<string[]> {
    const [page] = await openPage(browser, site.origin + address);
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    await page.locator('video-list >>> video-card >>> [part=duration]').wait();
    // Features of a list are loaded after its first cards.
    await page.$eval('video-list', async (list) => {
      const end = performance.now() + 9_000;
      do await list.updateComplete;
      while (list.isUpdatePending && performance.now() < end);
      if (list.isUpdatePending) throw new Error('The features of the list have not come.');
    });
    const file = path.join(folder, 'print.pdf');
    await writeFile(file, await page.pdf({format: 'A4'}));
    await page.close();
    const {stdout} = await run('pdftotext', ['-layout', file, '-']);
    // A form feed ends each sheet.
    return stdout.split('\f').slice(0, -1);
  }

  for (const address of Object.keys(PAGES)) {
    it(`has exactly the loaded videos, without cut cards: ${address}`, async () => {
      const sheets = await printed(address, 'dark');
      const text = sheets.join('\n');
      const titles = [...text.matchAll(/Film (\d+)\./g)].map(([, number]) => Number(number));
      const expected = Array.from({length: LOADED}, (_, index) => index + 1);
      assert.deepEqual(
        titles.sort((a, b) => a - b),
        expected,
      );
      assert.ok(sheets.length <= 12, `There are ${sheets.length} sheets.`);
      for (const [index, sheet] of sheets.entries()) {
        const [films, durations] = [/Film \d+\./g, /1:00:\d\d/g].map(
          (pattern) => [...sheet.matchAll(pattern)].length,
        );
        assert.ok(films! > 0, `Sheet ${index + 1} is empty.`);
        assert.equal(durations, films, `A card is cut in two at sheet ${index + 1}.`);
      }
      assert.doesNotMatch(text, /Load more|Select all|Clear selection|Search|Newest|Loading/);
    });
  }
});
