import assert from 'node:assert/strict';
import {pathToFileURL} from 'node:url';
import {after, before, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {buildApp, serveApp, type RunningApp} from './app.js';
import {openChromium, openPage} from './chromium.js';
import {untilListHas, untilStatus} from './gallery-page.js';

/** An application in a browser, for the tests of a `describe`. */
export interface AppScene {
  /** Opens a page such as `example=Gallery`. Messages of its console count as faults. `before` runs before its scripts. */
  open(query: string, before?: () => void): Promise<[page: Page, faults: string[]]>;
  /** Requests of the page to the proxy. */
  readonly asked: string[];
  readonly origin: string;
}

/**
 * Builds an application of test/apps before the tests. With `server=Gallery` in its address, a page is rendered on the
 * server.
 */
export function appScene(name: string, ...packages: string[]): AppScene {
  return sceneOf(async () => {
    const app = await buildApp(name, ...packages);
    const {render} = (await import(pathToFileURL(`${app.folder}/server/server.js`).href)) as {
      render: (name: string) => string | Promise<string>;
    };
    return serveApp(app, {
      async draw(template, {searchParams}) {
        const example = searchParams.get('server');
        return example ? template.replace('<!-- app -->', await render(example)) : template;
      },
    });
  });
}

/** Serves an application and opens a browser while the tests run. */
export function sceneOf(serve: () => Promise<RunningApp>): AppScene {
  let site: RunningApp;
  let browser: Browser;

  before(async () => {
    site = await serve();
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  return {
    get asked() {
      return site.asked;
    },
    get origin() {
      return site.origin;
    },
    open(query, before) {
      site.asked.length = 0;
      return openPage(browser, `${site.origin}/?${query}`, {hearsConsole: true, before});
    },
  };
}

/** Clicks a card, counted from 1. */
export async function pickCard(page: Page, place: number): Promise<void> {
  await page.locator(`video-list >>> [aria-posinset="${place}"]`).click();
}

/** The form data that the form of a page would submit. */
export function formVideos(page: Page): Promise<FormDataEntryValue[]> {
  return page.$eval('form', (form) => new FormData(form).getAll('video'));
}

/** Tests of the six examples, for all frameworks. */
export function itDoesWhatExamplesDo(scene: AppScene): void {
  it('shows the gallery, and the handler gets the selected video', async () => {
    const [page, faults] = await scene.open('example=Gallery');
    await untilListHas(page, 'Video 1');
    const first = scene.asked.filter((url) => url.includes('pageIndex=1'));
    assert.equal(first.length, 1);
    await pickCard(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('reads the selection, and can change it', async () => {
    const [page, faults] = await scene.open('example=Selection');
    await untilListHas(page, 'Video 1');
    await pickCard(page, 2);
    await pickCard(page, 1);
    await untilStatus(page, '2 of 3 selected');
    assert.deepEqual(await formVideos(page), ['id-2', 'id-1']);
    // The third video cannot be played.
    await pickCard(page, 3);
    await page.waitForFunction(() =>
      document
        .querySelector('video-list')
        ?.shadowRoot?.querySelector('[part=status]')
        ?.textContent?.includes('Failed'),
    );
    assert.equal((await formVideos(page)).length, 2);
    // Without a pointer, because the list grows when its end is in view, and that moves the button.
    await page.$eval('button', (button) => button.click());
    await untilStatus(page, '0 of 3 selected');
    assert.deepEqual(await formVideos(page), []);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('receives filter events, and keeps the locked filter', async () => {
    const [page, faults] = await scene.open('example=Filters');
    await untilListHas(page, 'Video 1');
    await page.locator('video-list >>> [part=search]').fill('Video 5');
    await untilStatus(page, 'Videos with “Video 5” in their name');
    await untilListHas(page, 'Video 50');
    assert.match(scene.asked.at(-1)!, /videoName=Video\+5/);
    assert.match(scene.asked.at(-1)!, /videoStatus=0/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('changes properties of the existing list', async () => {
    const before = scene.asked.length;
    const [page, faults] = await scene.open('example=Layouts');
    await untilListHas(page, 'Video 1');
    const list = await page.$('video-list');
    await page.locator('button:nth-of-type(3)').click();
    await page.locator('input').click();
    await page.waitForSelector('video-list[layout=row][density=compact]');
    assert.ok(await list!.evaluate((element) => element.isConnected));
    // Another page may be requested meanwhile, but no page twice.
    const asked = scene.asked.slice(before);
    assert.deepEqual(asked, [...new Set(asked)]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('shows a card and badges without a list', async () => {
    const [page, faults] = await scene.open('example=VideoCard');
    await page.locator('video-card >>> [part=link]').click();
    await page.waitForSelector('video-card[selected]');
    const title = await page.$eval('video-card >>> [role=heading]', (title) => title.textContent);
    assert.equal(title?.trim(), 'Aurora over the lake');
    await page.goto(`${scene.origin}/?example=ResolutionBadge`);
    await page.waitForSelector('resolution-badge >>> [part=base]', {visible: true});
    const labels = await page.$$eval('resolution-badge >>> [part=base]', (chips) =>
      chips.map(({textContent}) => textContent?.trim()),
    );
    assert.deepEqual(labels, ['4K', '1080p', 'Live recording']);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/** Tests of a player next to a list, for applications with a player component. */
export function itPlays(scene: AppScene): void {
  it('has a player with events and a ref, server-rendered or not', async () => {
    const drawn = await (await fetch(`${scene.origin}/?server=Player`)).text();
    assert.match(drawn, /<video-player [^>]*for="videos"/);
    for (const query of ['example=Player', 'server=Player&example=Player']) {
      const [page, faults] = await scene.open(query);
      await untilListHas(page, 'Video 1');
      await page.waitForSelector('video-player >>> [part=empty]', {visible: true});
      await pickCard(page, 2);
      // The proxy of this application serves no play addresses.
      await untilStatus(page, 'Not played: unconfigured');
      await page.waitForSelector('video-player >>> [part=failure]', {visible: true});
      await page.$eval('button', (button) => button.click());
      await untilStatus(page, 'Shown: Video 2');
      assert.deepEqual(
        faults.filter((fault) => !/501|cannot be played/.test(fault)),
        [],
      );
      await page.close();
    }
  });
}

/** Tests of applications that are rendered on a server and unmounted in the browser. */
export function itComesAndGoes(scene: AppScene): void {
  it('hydrates the HTML of its server without warnings', async () => {
    const response = await fetch(`${scene.origin}/?server=Gallery`);
    assert.match(await response.text(), /<video-list src="\/api\/videos"/);
    const [page, faults] = await scene.open('server=Gallery&example=Gallery');
    await untilListHas(page, 'Video 1');
    await pickCard(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('hydrates the first page of its server: the same cards, no second request', async () => {
    const html = await (await fetch(`${scene.origin}/?server=Drawn`)).text();
    for (const part of [/Video 24</, /<video-list [^>]*aria-busy="true"/, /draggable="false"/]) {
      assert.ok(part.test(html), `The HTML lacks ${part}.`);
    }
    assert.ok(!/ hidden| inert/.test(/<video-list [^>]*>/.exec(html)![0]), 'It is hidden.');
    const [page, faults] = await scene.open('server=Drawn&example=Drawn', rememberFirstCard);
    await page.waitForSelector('video-list:state(ready):not([defer-hydration])');
    assert.deepEqual(scene.asked, []);
    await pickCard(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    assert.ok(
      await page.evaluate(() => (Reflect.get(window, 'firstCard') as Element).isConnected),
      'The card that the server has drawn is another one now.',
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('can be garbage-collected after it is unmounted', {timeout: 20_000}, async () => {
    const [page, faults] = await scene.open('example=Gallery');
    await untilListHas(page, 'Video 1');
    await page.evaluate(() => {
      Object.assign(window, {list: new WeakRef(document.querySelector('video-list')!)});
      (Reflect.get(window, 'unmount') as () => void)();
    });
    assert.equal(await page.$('video-list'), null);
    const session = await page.createCDPSession();
    // If something still references the list, this does not end in time.
    for (let isHeld = true; isHeld;) {
      await session.send('HeapProfiler.collectGarbage');
      isHeld = await page.evaluate(
        () => !!(Reflect.get(window, 'list') as WeakRef<Element>).deref(),
      );
    }
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/** Remembers the first server-rendered card. */
function rememberFirstCard() {
  new MutationObserver((_, observer) => {
    const firstCard = document.querySelector('video-list')?.shadowRoot?.querySelector('video-card');
    if (!firstCard) return;
    Object.assign(window, {firstCard});
    observer.disconnect();
  }).observe(document, {childList: true, subtree: true});
}
