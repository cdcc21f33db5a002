import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {
  appScene,
  formVideos,
  itComesAndGoes,
  itDoesWhatExamplesDo,
  itPlays,
  pickCard,
} from '../support/app-examples.js';
import {untilListHas, untilStatus} from '../support/gallery-page.js';

describe('An application in Vue', () => {
  const scene = appScene('vue');
  itDoesWhatExamplesDo(scene);
  itComesAndGoes(scene);
  itPlays(scene);

  it('can also use the plain tag, with v-model', async () => {
    const [page, faults] = await scene.open('example=Tags');
    await untilListHas(page, 'Video 1');
    await page.waitForSelector('video-list >>> [aria-posinset="2"][aria-selected=true]', {
      visible: true,
    });
    await pickCard(page, 1);
    await untilStatus(page, 'id-2 id-1');
    await page.locator('button').click();
    await untilSelected(page, 2, false);
    assert.match(scene.asked[0]!, /pageSize=6/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('keeps a list in <KeepAlive>, which sends no requests meanwhile', async () => {
    const [page, faults] = await scene.open('example=Aside');
    await untilListHas(page, 'Video 1');
    await pickCard(page, 2);
    await untilStatus(page, '1 of 3 selected');
    const list = await page.$('video-list');
    await page.locator('[aria-label=Selection]').click();
    await page.waitForFunction(() => !document.querySelector('video-list'));
    const requests = scene.asked.length;
    await list!.evaluate((element) => element.setAttribute('search', 'Video 2'));
    await list!.evaluate((element) => element.updateComplete);
    assert.equal(scene.asked.length, requests);
    await page.locator('[aria-label=Selection]').click();
    await untilListHas(page, 'Video 20');
    assert.ok(await list!.evaluate((element) => element.isConnected));
    await untilSelected(page, 1, true);
    assert.deepEqual(await formVideos(page), ['id-2']);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** Waits until the option at a place is selected, or not. */
async function untilSelected(page: Page, place: number, isSelected: boolean) {
  await page.waitForFunction(
    (place, isSelected) =>
      document.querySelector('video-list')?.shadowRoot?.querySelector(`[aria-posinset="${place}"]`)
        ?.ariaSelected === `${isSelected}`,
    {},
    place,
    isSelected,
  );
}
