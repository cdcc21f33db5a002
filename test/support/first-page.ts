import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'puppeteer-core';
import type {FrameworkScene} from './framework-app.js';
import {scrollUntilListHas, untilStatus} from './gallery-page.js';

/** Milliseconds until a page has been hydrated. A development server compiles its scripts first. */
const TAKE_OVER_DEADLINE_MS = 120_000;

/** Tests of server-rendered first pages, for all frameworks. */
export function itDrawsTheFirstPage(scene: FrameworkScene): void {
  it('has titles, covers and links in the HTML', async () => {
    const html = await (await fetch(scene.origin)).text();
    for (const part of [
      /Video 24</,
      /<a\s[^>]*href="\/watch\/id-1"/,
      /<img\s[^>]*src="[^"]*\/covers\/alpine-1/,
    ]) {
      assert.ok(part.test(html), `The HTML lacks ${part}.`);
    }
  });

  it('describes its videos for search engines', async () => {
    const html = await (await fetch(scene.origin)).text();
    const [, json] = /<script type="application\/ld\+json"[^>]*>([^<]*)<\/script>/.exec(html) ?? [];
    const {itemListElement} = JSON.parse(json!) as {itemListElement: {item: {name: string}}[]};
    const names = itemListElement.map(({item}) => item.name);
    // The third video cannot be played.
    assert.deepEqual(names.slice(0, 3), ['Video 1', 'Video 2', 'Video 4']);
  });

  it('works without JavaScript', async () => {
    const page = await scene.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(scene.origin, {waitUntil: 'networkidle0'});
    const cards = await page.$$eval('video-list >>> video-card', (cards) =>
      cards.map(({shadowRoot: root}) => ({
        title: root?.querySelector('[part=title]')?.textContent,
        link: root?.querySelector('a')?.getAttribute('href'),
        isVisible: root?.querySelector('img')?.checkVisibility(),
      })),
    );
    assert.equal(cards.length, 24);
    assert.deepEqual(cards[0], {title: 'Video 1', link: '/watch/id-1', isVisible: true});
    const [first] = await page.$$('video-list >>> video-card >>> a');
    await Promise.all([page.waitForNavigation(), first!.click()]);
    assert.equal(new URL(page.url()).pathname, '/watch/id-1');
    await page.close();
  });

  itTakesOver(scene);

  it('requests the next videos when the user scrolls', async () => {
    const [page, faults] = await scene.open();
    await untilTakenOver(page);
    await scrollUntilListHas(page, 'Video 60');
    const indexes = scene.asked.map((url) =>
      new URL(url, scene.origin).searchParams.get('pageIndex'),
    );
    assert.deepEqual(indexes.toSorted(), ['2', '3']);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/**
 * Tests of hydration.
 *
 * @param complaint - Console messages that count as faults. A development server also writes others.
 */
export function itTakesOver(scene: FrameworkScene, complaint = /./): void {
  it('hydrates the page: no second request, no layout shift, no warning', async () => {
    const [page, faults] = await scene.open();
    await untilTakenOver(page);
    assert.deepEqual(scene.asked, []);
    await pick(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    const {shift, isSame} = await page.evaluate(() => {
      const {shift, firstCard} = Reflect.get(window, 'account') as {
        shift: number;
        firstCard?: Element;
      };
      return {shift, isSame: firstCard?.isConnected};
    });
    assert.equal(shift, 0);
    assert.equal(isSame, true, 'The card that the server has drawn is another one now.');
    assert.deepEqual(
      faults.filter((fault) => complaint.test(fault)),
      [],
    );
    await page.close();
  });
}

/** Waits until the list has been hydrated. */
export async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('video-list')?.matches(':state(ready):not([defer-hydration])'),
    {timeout: TAKE_OVER_DEADLINE_MS},
  );
  await page.evaluate(async () => {
    await document.querySelector('video-list')!.updateComplete;
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Clicks a card, counted from 1. */
async function pick(page: Page, place: number) {
  await page.locator(`video-list >>> video-card:nth-of-type(${place}) >>> a`).click();
}
