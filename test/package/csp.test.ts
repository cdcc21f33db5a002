import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, HTTPRequest} from 'puppeteer-core';
import {newPage, openChromium, openPage} from '../support/chromium.js';
import {pickFirst, seeGallery, untilCovers} from '../support/gallery-page.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const project = (folder: string) => fileURLToPath(new URL(`../../${folder}`, import.meta.url));

/** A strict policy for a page with scripts, styles and pictures. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
].join('; ');

const pageWith = (script: string, list = 'src="/videos.json"') => `<!doctype html>
  <html lang="en">
    <title>Videos</title>
    <link rel="icon" href="/covers/alpine-1.webp">
    ${script}
    <video-list ${list}></video-list>
  </html>`;

const VIDEOS = [
  aRecord({videoId: 'a', videoName: 'Mountain', imageUrl: '/covers/alpine-1.webp'}),
  aRecord({videoId: 'b', videoName: 'Bridge', encrypt: 1, imageUrl: '/covers/bridge-1.webp'}),
  aRecord({videoId: 'c', videoName: 'No cover', transcodeState: 4}),
];

/** What a page also allows for videos: its own files, and HLS. */
const FILES = `${POLICY}; media-src 'self'`;
const STREAMS = `${POLICY}; media-src 'self' blob:`;

const WATCHED = ['file', 'stream'].map((videoId) =>
  aRecord({videoId, videoName: videoId, imageUrl: '/covers/alpine-1.webp'}),
);
const COLORS = '#112233,#445566,#778899';
const playAnswer = (originUrl: string) =>
  JSON.stringify({
    code: 200,
    message: '',
    data: {encrypt: 0, videoUrl: [{urlType: 'PC', originUrl}]},
  });

/** A gallery with a player, whose covers come from the proxy. */
const playerPages = {
  '/watched.json': JSON.stringify({
    ...anEnvelope(WATCHED),
    covers: {widths: [160, 320], of: {file: ['v1', COLORS]}},
  }),
  '/watched.json/file/play': playAnswer('/clips/code.mp4'),
  '/watched.json/stream/play': playAnswer('/hls/film.m3u8'),
};
const playerFolders = {
  '/watched.json/file/cover': project('demo/catalogue/media/covers/alpine-1.webp'),
  '/clips/': project('test/support/clips'),
  '/hls/': project('test/player/hls'),
};

describe('On a page with a strict content security policy', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    assert.ok(existsSync(project('dist/cloud-vod-gallery.min.js')), 'Run "npm run build" first.');
    browser = await openChromium();
    site = await openSite({
      headers: {'content-security-policy': POLICY},
      folders: {
        '/dist/': project('dist'),
        '/covers/': project('demo/catalogue/media/covers'),
        ...playerFolders,
      },
      pages: {
        ...playerPages,
        '/module.html': pageWith(
          '<script type="module" src="/dist/cloud-vod-gallery.min.js"></script>',
        ),
        '/classic.html': pageWith(
          '<script defer src="/dist/cloud-vod-gallery.classic.min.js"></script>',
        ),
        '/module-player.html': pageWith(
          '<script type="module" src="/dist/cloud-vod-gallery.min.js"></script>',
          'src="/watched.json" play="dialog"',
        ),
        '/classic-player.html': pageWith(
          '<script defer src="/dist/cloud-vod-gallery.classic.min.js"></script>',
          'src="/watched.json" play="dialog"',
        ),
        '/inline.html': pageWith('<style>p {color: red}</style>'),
        '/videos.json': JSON.stringify(anEnvelope(VIDEOS)),
      },
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const kind of ['module', 'classic']) {
    it(`the ${kind} script shows a usable gallery with its styles`, async () => {
      const [page, faults] = await openPage(browser, `${site.origin}/${kind}.html`);
      const {titles, gridDisplay, cardHeight} = await seeGallery(page);
      assert.deepEqual(titles, ['Mountain', 'Bridge', 'No cover']);
      assert.equal(gridDisplay, 'grid');
      assert.ok(cardHeight > 100, `A card is ${cardHeight} pixels high.`);
      await untilCovers(page, 2);
      assert.equal(await pickFirst(page), 'a');
      assert.deepEqual(faults, []);
    });
  }

  for (const kind of ['module', 'classic']) {
    it(`the ${kind} script runs next to the page's own Lit if the policy allows our name`, async () => {
      const page = await beside(kind, 'trusted-types lit-html cloud-vod-gallery');
      const {titles} = await seeGallery(page);
      assert.deepEqual(titles, ['Mountain', 'Bridge', 'No cover']);
    });

    it(`the ${kind} script logs once what the page must allow, and does not define the tags`, async () => {
      const errors: string[] = [];
      const page = await beside(kind, 'trusted-types lit-html', errors);
      assert.equal(errors.length, 1, errors.join('; '));
      assert.match(errors[0]!, /must have cloud-vod-gallery in trusted-types/);
      assert.equal(await page.evaluate(() => !!customElements.get('video-list')), false);
    });
  }

  for (const kind of ['module', 'classic']) {
    it(`the ${kind} script plays files and HLS where the policy allows them, and shows the colours of covers`, async () => {
      const [page, faults] = await watch(kind, STREAMS);
      await page.waitForFunction(
        (first) => {
          const list = document.querySelector('video-list')?.shadowRoot;
          const card = list?.querySelector('[part=card]')?.shadowRoot;
          const cover = card?.querySelector<HTMLElement>('[part=thumbnail]');
          return cover && getComputedStyle(cover).backgroundImage.includes(first);
        },
        {},
        'rgb(17, 34, 51)',
      );
      for (const videoId of ['file', 'stream']) {
        await page.$eval('video-list', (list, id) => Object.assign(list, {current: id}), videoId);
        await page.waitForFunction(
          (id) => {
            const player = document
              .querySelector('video-list')
              ?.shadowRoot?.querySelector('[part=player]');
            const media = player?.shadowRoot?.querySelector('video');
            const title = player?.shadowRoot?.querySelector('[part=title]')?.textContent;
            return title === id && !!media && media.readyState > 1;
          },
          {},
          videoId,
        );
      }
      const looks = await page.evaluate(() => {
        const dialog = document.querySelector('video-list')?.shadowRoot?.querySelector('dialog');
        const stage = dialog
          ?.querySelector('[part=player]')
          ?.shadowRoot?.querySelector('[part=stage]');
        return [dialog, stage].map((element) => element && getComputedStyle(element).overflow);
      });
      assert.deepEqual(looks, ['auto', 'hidden'], 'Dialog and player are styled.');
      assert.deepEqual(faults, []);
    });
  }

  it('lets the browser play HLS if the policy does not allow hls.js, or explains that it cannot be played', async () => {
    const [page, faults] = await watch('module', FILES);
    await page.$eval('video-list', (list) => Object.assign(list, {current: 'stream'}));
    await page.waitForFunction(() => {
      const root = document
        .querySelector('video-list')
        ?.shadowRoot?.querySelector('[part=player]')?.shadowRoot;
      const media = root?.querySelector('video');
      const failure = root?.querySelector('[part=failure]')?.textContent?.trim();
      const mayPlay = media?.canPlayType('application/vnd.apple.mpegurl');
      return mayPlay ? media!.currentTime > 0 && !failure : failure;
    });
    assert.match(faults.join(), /media-src blocks blob/);
  });

  /** A page with a gallery that plays, with a different policy. */
  async function watch(kind: string, policy: string) {
    const [page, faults] = await newPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => void answerWith(request, policy));
    await page.goto(`${site.origin}/${kind}-player.html`, {waitUntil: 'load'});
    return [page, faults] as const;
  }

  /** A page that has created Lit's policy before our script runs. */
  async function beside(kind: string, allowed: string, errors: string[] = []) {
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      const {trustedTypes} = window as unknown as {
        trustedTypes: {createPolicy(name: string, rules: object): void};
      };
      trustedTypes.createPolicy('lit-html', {});
    });
    const policy = POLICY.replace(/trusted-types lit-html$/, allowed);
    await page.setRequestInterception(true);
    page.on('request', (request) => void answerWith(request, policy));
    await page.goto(`${site.origin}/${kind}.html`, {waitUntil: 'load'});
    return page;
  }

  /** Sets another policy for the page. */
  async function answerWith(request: HTTPRequest, policy: string) {
    if (!request.isNavigationRequest()) return request.continue();
    const response = await fetch(request.url());
    return request.respond({
      headers: {'content-security-policy': policy},
      contentType: 'text/html',
      body: await response.text(),
    });
  }

  it('this test would see a violation', async () => {
    const [, faults] = await openPage(browser, `${site.origin}/inline.html`);
    assert.match(faults.join(), /style-src-elem blocks inline/);
  });
});
