import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {itDrawsTheFirstPage} from '../../support/first-page.js';
import {frameworkScene, installApp, runIn} from '../../support/framework-app.js';
import {scrollUntilListHas, untilListHas} from '../../support/gallery-page.js';

describe('A site made with Astro', () => {
  const scene = frameworkScene(async (env) => {
    const folder = await installApp('astro');
    await runIn(folder, 'npm', ['run', 'build'], {...env});
    return {files: path.join(folder, 'dist')};
  });
  itDrawsTheFirstPage(scene);

  // withastro/astro#9670: links in a shadow tree were not for the router.
  it('has its router follow the links of cards, and Back returns to the same position', async () => {
    const [page, faults] = await scene.open('/plain');
    await untilListHas(page, 'Video 1');
    await page.evaluate(() => Object.assign(window, {isSamePage: true}));
    await scrollUntilListHas(page, 'Video 60');
    const before = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return scrollY;
    });
    await page.waitForFunction((before) => history.state.scrollY === before, {}, before);
    await page.waitForFunction(() => /"index":[1-9]/.test(JSON.stringify(history.state)));
    await page.$$eval('video-list >>> video-card >>> a', (links) => links.at(-1)!.click());
    await page.waitForSelector('h1');
    assert.ok(await page.evaluate(() => 'isSamePage' in window), 'The whole page was loaded.');
    await page.goBack();
    await page.waitForSelector('video-list:state(ready)');
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 50, {}, before);
    assert.equal((await page.$$('video-list')).length, 1);
    assert.deepEqual(faults, []);
    await page.close();
  });
});
