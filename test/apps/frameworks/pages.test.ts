import assert from 'node:assert/strict';
import {copyFile, cp} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {frameworkScene} from '../../support/framework-app.js';
import {scrollUntilListHas, untilListHas} from '../../support/gallery-page.js';
import {emptyFolder, PROJECT, unpackProject} from '../../support/package.js';

describe('A page with the script tag, and Turbo', () => {
  const scene = frameworkScene(async () => {
    const files = await emptyFolder('pages');
    await cp(path.join(PROJECT, 'test/apps/pages'), files, {recursive: true});
    await cp(path.join(await unpackProject(), 'dist'), path.join(files, 'js'), {recursive: true});
    const modules = path.join(PROJECT, 'node_modules');
    await copyFile(`${modules}/@hotwired/turbo/dist/turbo.es2017-umd.js`, `${files}/turbo.js`);
    return {files};
  });

  it('Turbo: Back returns to the same position, with one list that has all its cards', async () => {
    const [page, faults] = await scene.open('/turbo.html');
    await untilListHas(page, 'Video 1');
    await scrollUntilListHas(page, 'Video 60');
    await page.waitForFunction(() => /"index":[1-9]/.test(JSON.stringify(history.state)));
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 0);
    await pickShown(page);
    await page.waitForSelector('h1');
    await page.goBack();
    await page.waitForSelector('video-list:state(ready)');
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 50, {}, before);
    const [lists, grids] = await page.evaluate(() => [
      document.querySelectorAll('video-list').length,
      document.querySelector('video-list')!.shadowRoot!.querySelectorAll('[part=grid]').length,
    ]);
    assert.deepEqual([lists, grids], [1, 1]);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** Follows the link of a card that is in view. */
async function pickShown(page: Page) {
  await page.$$eval('video-list >>> video-card >>> a', (links) => links.at(-1)!.click());
}
