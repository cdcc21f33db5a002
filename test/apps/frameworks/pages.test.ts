import assert from 'node:assert/strict';
import {copyFile, cp} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {frameworkScene} from '../../support/framework-app.js';
import {scrollUntilListHas, untilListHas} from '../../support/gallery-page.js';
import {emptyFolder, PROJECT, unpackProject} from '../../support/package.js';

describe('A page with the script tag, and Turbo or htmx', () => {
  const scene = frameworkScene(async () => {
    const files = await emptyFolder('pages');
    await cp(path.join(PROJECT, 'test/apps/pages'), files, {recursive: true});
    await cp(path.join(await unpackProject(), 'dist'), path.join(files, 'js'), {recursive: true});
    const modules = path.join(PROJECT, 'node_modules');
    await copyFile(`${modules}/@hotwired/turbo/dist/turbo.es2017-umd.js`, `${files}/turbo.js`);
    await copyFile(`${modules}/htmx.org/dist/htmx.min.js`, `${files}/htmx.js`);
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

  it('Turbo: the page stays as it is when its player closes, by Back or otherwise', async () => {
    const [page, faults] = await scene.open('/turbo.html');
    await page.evaluate(() => {
      const visits: string[] = [];
      Object.assign(window, {visits});
      document.addEventListener('turbo:visit', () => visits.push(location.href));
    });
    await closesInPlace(page);
    assert.deepEqual(await page.evaluate('visits'), []);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('htmx: a boosted page stays as it is when its player closes', async () => {
    const [page, faults] = await scene.open('/htmx.html');
    await untilListHas(page, 'Video 1');
    await page.$eval('#away', (link) => (link as HTMLElement).click());
    await page.waitForSelector('h1');
    await page.goBack();
    await closesInPlace(page);
    assert.deepEqual(faults, []);
    await page.close();
  });

  // fancyapps/fancybox#1669
  it('leaves the page by the first Back after a reload with an open player', async () => {
    const [page, faults] = await scene.open('/htmx.html');
    await page.goto(`${scene.origin}/dialog.html`);
    await openPlayer(page);
    await page.waitForFunction(() => !!history.state);
    await page.reload();
    await page.waitForFunction(() => !history.state);
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/htmx.html');
    assert.deepEqual(faults, []);
    await page.close();
  });

  // whatwg/html#7732
  it('does not scroll while the mouse is over the player', async () => {
    const [page, faults] = await scene.open('/dialog.html');
    await openPlayer(page);
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
    await page.mouse.move(width! / 2, height! / 2);
    await page.mouse.wheel({deltaY: 200});
    // Beside the player, so that there is something to wait for.
    await page.mouse.move(1, height! / 2);
    await page.mouse.wheel({deltaY: 100});
    await page.waitForFunction(() => scrollY >= 100);
    assert.equal(await page.evaluate(() => scrollY), 100);
    assert.deepEqual(faults, []);
    await page.close();
  });

  // bigskysoftware/htmx#461: the position is lost. #1015: what scripts have made of the page is kept with it.
  it('htmx: Back after a boosted link returns to the same position, with keep-state.js', async () => {
    const [page, faults] = await scene.open('/htmx.html');
    await untilListHas(page, 'Video 1');
    await scrollUntilListHas(page, 'Video 60');
    await page.waitForFunction(() => /"index":[1-9]/.test(JSON.stringify(history.state)));
    const before = await page.evaluate(() => scrollY);
    await page.$eval('#away', (link) => (link as HTMLElement).click());
    await page.waitForSelector('h1');
    for (const turn of ['once', 'again']) {
      await page.goBack();
      await page.waitForSelector('video-list:state(ready)');
      await page
        .waitForFunction((before) => Math.abs(scrollY - before) < 50, {}, before)
        .catch((cause: unknown) => Promise.reject(new Error(`Back, ${turn}`, {cause})));
      assert.equal((await page.$$('video-list')).length, 1);
      await page.goForward();
      await page.waitForSelector('h1');
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('htmx: a list in a fragment requests its videos, stays with hx-preserve, and goes', async () => {
    const [page, faults] = await scene.open('/fragments.html');
    const press = (id: string) => page.$eval(id, (button) => (button as HTMLElement).click());
    await press('#list');
    await untilListHas(page, 'Video 1');
    assert.equal(scene.asked.length, 1);
    const list = await page.$('video-list');
    await page.evaluate(() => document.querySelector('h2')!.remove());
    await press('#list');
    await page.waitForSelector('h2');
    assert.ok(await list!.evaluate((list) => list.isConnected && list.matches(':state(ready)')));
    assert.equal(scene.asked.length, 1);
    await press('#text');
    await page.waitForFunction(() => document.querySelector('h2')!.textContent === 'Text');
    assert.equal(await page.$('video-list'), null);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('htmx: Back to a page that was saved without a list has one list, and one grid', async () => {
    const [page, faults] = await scene.open('/fragments.html');
    const press = (id: string) => page.$eval(id, (button) => (button as HTMLElement).click());
    await press('#list');
    await untilListHas(page, 'Video 1');
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('video-list'));
    await page.goForward();
    await untilListHas(page, 'Video 1');
    // bigskysoftware/htmx#988: what a script has made is there twice.
    const grids = await page.$eval(
      'video-list',
      ({shadowRoot}) => shadowRoot!.querySelectorAll('[part=grid]').length,
    );
    assert.deepEqual([(await page.$$('video-list')).length, grids], [1, 1]);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** Opens the player of the first card in a dialog. Nothing is played, because the proxy has no play addresses. */
async function openPlayer(page: Page) {
  await untilListHas(page, 'Video 1');
  await page.$eval('video-list', (list) => {
    list.addEventListener('video-play', (event) => event.preventDefault());
    list.play = 'dialog';
  });
  await page.$$eval('video-list >>> video-card', ([card]) =>
    card!.shadowRoot!.querySelector<HTMLElement>('[part=link]')!.click(),
  );
  await page.waitForFunction(() =>
    document.querySelector('video-list')?.shadowRoot?.querySelector('dialog')?.matches(':modal'),
  );
}

/** Opens the player and closes it in each way. The list stays, and its card has the focus again. */
async function closesInPlace(page: Page) {
  await untilListHas(page, 'Video 1');
  const list = await page.$('video-list');
  const ways = {
    button: () =>
      page.$eval('video-list', ({shadowRoot}) =>
        shadowRoot!.querySelector<HTMLElement>('[part=player-close]')!.click(),
      ),
    Escape: () => page.keyboard.press('Escape'),
    Back: () => page.evaluate(() => history.back()),
  };
  for (const [name, close] of Object.entries(ways)) {
    await openPlayer(page);
    await close();
    await page
      .waitForFunction(() => {
        const root = document.querySelector('video-list')?.shadowRoot;
        const {localName} = root?.activeElement ?? {};
        return localName === 'video-card' && !root!.querySelector('dialog')!.open;
      })
      .catch((cause: unknown) => Promise.reject(new Error(`Closed by ${name}`, {cause})));
    assert.ok(await list!.evaluate(({isConnected}) => isConnected), `Closed by ${name}`);
  }
}

/** Follows the link of a card that is in view. */
async function pickShown(page: Page) {
  await page.$$eval('video-list >>> video-card >>> a', (links) => links.at(-1)!.click());
}
