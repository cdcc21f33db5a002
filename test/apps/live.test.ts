import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {freePort, isInstalled, startFront} from '../../proxy/test/support/front-servers.js';
import {startProcess} from '../../proxy/test/support/proxy-process.js';
import {aFolder, asker, type Scene} from '../../proxy/test/support/proxy-scene.js';
import {openChromium, openPage} from '../support/chromium.js';
import {PROJECT} from '../support/package.js';
import {anEnvelope, aRecord} from '../support/records.js';

const SECRET = 'a-secret-of-some-length';
/** Time limit in milliseconds. The pauses between reconnects grow while a server is away. */
const DEADLINE_MS = 60_000;

/** A page with a live gallery, on the origin of its proxy. */
async function galleryPage(scene: Scene, origin: string): Promise<Page> {
  const browser = await openChromium();
  scene.after(() => browser.close());
  const [page, faults] = await openPage(browser, origin);
  scene.after(() => assert.deepEqual(faults, []));
  await page.evaluate(() => {
    document.body.innerHTML = '<video-list live src="/api/videos"></video-list>';
  });
  const content = await readFile(path.join(PROJECT, 'dist/cloud-vod-gallery.all.min.js'), 'utf8');
  await page.addScriptTag({content, type: 'module'});
  return page;
}

/** Waits until the cards have these titles, in this order. */
async function untilTitles(page: Page, ...titles: string[]): Promise<void> {
  const shown = () => {
    const cards = document.querySelector('video-list')?.shadowRoot?.querySelectorAll('video-card');
    return [...(cards ?? [])].map(({video}) => video?.title).join();
  };
  await page
    .waitForFunction(`(${String(shown)})() === ${JSON.stringify(titles.join())}`, {
      timeout: DEADLINE_MS,
      polling: 100,
    })
    .catch(async () => assert.deepEqual((await page.evaluate(shown)).split(','), titles));
}

/** Waits until the web server has refused the stream. */
function untilRefused(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The page does not ask for the stream again.')),
      DEADLINE_MS,
    );
    page.on('response', (response) => {
      if (!response.url().endsWith('/events') || response.status() < 500) return;
      clearTimeout(late);
      resolve();
    });
  });
}

describe('A live gallery in a browser, behind nginx', {skip: !isInstalled('nginx')}, () => {
  it('keeps its videos while the proxy does not run, and then shows what was added meanwhile', async (test) => {
    const port = await freePort();
    const environment = {
      DATABASE_URL: `file:${path.join(await aFolder(test), 'videos.db')}`,
      CALLBACK_SECRET: SECRET,
      BASE_PATH: '/api',
      PORT: String(port),
    };
    const proxy = await startProcess(test, environment);
    const {callback} = asker(`http://127.0.0.1:${port}`);
    const add = async (name: string, createTime: string) => {
      const record = aRecord({videoId: name, videoName: name, createTime});
      const {status} = await callback(`/api/callbacks/${SECRET}`, anEnvelope([record]));
      assert.equal(status, 200);
    };
    await add('First', '2026-01-01 10:00:00');
    const front = await startFront(test, 'nginx', port);
    const page = await galleryPage(test, front);
    await untilTitles(page, 'First');
    await add('Second', '2026-01-02 10:00:00');
    await untilTitles(page, 'Second', 'First');

    const refused = untilRefused(page);
    proxy.child.kill('SIGTERM');
    await proxy.ended;
    await refused;
    await untilTitles(page, 'Second', 'First');

    await startProcess(test, environment);
    await add('Third', '2026-01-03 10:00:00');
    await untilTitles(page, 'Third', 'Second', 'First');
    // Live again, and not only updated once.
    await add('Fourth', '2026-01-04 10:00:00');
    await untilTitles(page, 'Fourth', 'Third', 'Second', 'First');
  });
});
