import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {pickCard} from '../../support/app-examples.js';
import {frameworkScene, installApp, runIn} from '../../support/framework-app.js';
import {untilListHas, untilStatus} from '../../support/gallery-page.js';

/** What src/mistakes.ts has: the component, and what the compiler says of it. */
const MISTAKES: readonly [place: string, message: RegExp][] = [
  ['app-1', /Type 'string' is not assignable to type 'number'/],
  ['app-2', /'"circle"' is not assignable to type 'CardLayout/],
  // angular/angular#48303: bound under the name of an attribute, a property stays what it was.
  ['app-3', /Can't bind to 'page-size'/],
  ['app-4', /Can't bind to 'pagesSize'/],
  ['app-5', /'VideoSelectEvent' is not assignable to parameter of type 'KeyboardEvent'/],
  ['app-6', /'refreshAll' does not exist on type 'VideoListElement'/],
  // angular/angular#24223: with CUSTOM_ELEMENTS_SCHEMA these two are never found.
  ['app-7', /'video-lists' is not a known element/],
  ['app-8', /Can't bind to 'titel'/],
];

describe('An application in Angular', () => {
  let folder: string;
  const scene = frameworkScene(async () => {
    folder = await installApp('angular');
    await runIn(folder, 'npm', ['run', 'build']);
    return {files: path.join(folder, 'dist/app/browser')};
  });

  it('does not build with a mistake in a template', async () => {
    const args = ['ngc', '--noEmit', '--project', 'tsconfig.mistakes.json'];
    const error = await runIn(folder, 'npx', args).then(() => undefined, String);
    assert.ok(error, 'It builds.');
    for (const [place, message] of MISTAKES) assert.match(error, message, place);
    assert.equal(error.match(/error\S* (?:TS|NG)\d+: /g)?.length, MISTAKES.length, error);
  });

  it('binds properties, hears typed events, and has the methods of the element', async () => {
    const [page, faults] = await scene.open();
    await untilListHas(page, 'Video 1');
    assert.match(scene.asked[0]!, /pageSize=12/);
    assert.deepEqual(
      await page.$eval('video-list', ({live, hidden, strings}) => ({live, hidden, strings})),
      {live: false, hidden: false, strings: {failed: 'Broken'}},
    );
    await pickCard(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    await page.waitForFunction(
      () => document.querySelector('#count')?.textContent === '1 selected',
    );
    await press(page, '#clear');
    await page.waitForFunction(
      () => document.querySelector('video-list')?.selectedIds.length === 0,
    );
    await press(page, '#layout');
    await page.waitForSelector('video-list[layout=list]');
    await press(page, '#last');
    await page.waitForFunction(() => scrollY > 0);
    const before = scene.asked.length;
    await press(page, '#refresh');
    await page.waitForSelector('video-list:state(ready)');
    assert.ok(scene.asked.length > before);
    assert.deepEqual(faults, []);
    await page.close();
  });

  // angular/angular#36355: to Angular, `[for]` is the property `htmlFor`. That is what the player calls it, too.
  it('binds a player to a list', async () => {
    const [page, faults] = await scene.open();
    await untilListHas(page, 'Video 1');
    assert.equal(await page.$eval('video-player', ({htmlFor}) => htmlFor), 'videos');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('moves a list among others without a request', async () => {
    const [page, faults] = await scene.open();
    await untilListHas(page, 'Video 1');
    const list = await page.$('video-list');
    await page.waitForFunction(() =>
      document.querySelector('video-list')!.matches(':state(ready)'),
    );
    const asked = scene.asked.length;
    await press(page, '#turn');
    await page.waitForFunction(() => document.querySelector('#lists > :last-child > video-list'));
    assert.ok(await list!.evaluate((list) => list.isConnected && list.matches(':state(ready)')));
    assert.equal(scene.asked.length, asked);
    assert.deepEqual(faults, []);
    await page.close();
  });

  // angular/angular#42848: a view whose listener has run last was kept.
  it('can be garbage-collected after it is unmounted', {timeout: 20_000}, async () => {
    const [page, faults] = await scene.open();
    await untilListHas(page, 'Video 1');
    // Not by a locator, which would itself hold the card.
    await press(page, 'video-list >>> [part=card]');
    await untilStatus(page, 'Picked: Video 1');
    await page.evaluate(() => {
      Object.assign(window, {list: new WeakRef(document.querySelector('video-list')!)});
    });
    await press(page, '#close');
    await page.waitForFunction(() => !document.querySelector('video-list'));
    const session = await page.createCDPSession();
    // A list that something holds on to lets this run out of time.
    for (let isHeld = true; isHeld;) {
      await session.send('HeapProfiler.collectGarbage');
      isHeld = await page.evaluate(
        () => !!(Reflect.get(window, 'list') as WeakRef<Element>).deref(),
      );
    }
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** Presses a button. Not by a pointer: the list grows as its end comes into view, and the button moves on. */
async function press(page: Page, button: string) {
  await page.$eval(button, (button) => (button as HTMLElement).click());
}
