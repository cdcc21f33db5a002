import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {newPage, openChromium} from '../support/chromium.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {openSite, type Site} from '../support/web-site.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const SCRIPT = 'cloud-vod-gallery.min.js';
const fileOf = (feature: string) => `cloud-vod-gallery.${feature}.min.js`;

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src data:`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
].join('; ');

const VIDEOS = Array.from({length: 24}, (_, index) =>
  aRecord({videoId: `id-${index + 1}`, videoName: `Video ${index + 1}`}),
);

/** The differences from a site whose files are all sent at once. */
interface Scene {
  /** Attributes of the list. */
  readonly list?: string;
  /** HTML above the list. */
  readonly above?: string;
  /** Features whose files are not sent before `release()`. */
  readonly held?: readonly string[];
  /** Features whose files are not found. */
  readonly missing?: readonly string[];
  /** Features whose files have this text. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** The text after the name of the script. */
  readonly query?: string;
}

describe('The files of features, next to the script', () => {
  let browser: Browser;
  const sites: Site[] = [];

  before(async () => {
    assert.ok(existsSync(`${dist}/${SCRIPT}`), 'Run "npm run build" first.');
    browser = await openChromium();
  });

  afterEach(async () => {
    for (const site of sites.splice(0)) await site.close();
  });

  after(() => browser.close());

  /** A page with a list. Its first cards are rendered. */
  async function open(scene: Scene = {}) {
    const {list = '', above = '', held = [], missing = [], replaced = {}, query = ''} = scene;
    const files = Object.entries(replaced).map(
      ([name, text]) => [`/dist/${fileOf(name)}`, text] as const,
    );
    const missingFiles = missing.map((name) => `/dist/${fileOf(name)}`);
    const site = await openSite({
      headers: {'content-security-policy': POLICY},
      folders: {'/dist/': dist},
      held: held.map((name) => `/dist/${fileOf(name)}`),
      missing: missingFiles,
      pages: {
        ...Object.fromEntries(files),
        '/page.html': `<!doctype html><html lang="en"><meta charset="utf-8">
          <title>Videos</title><link rel="icon" href="data:,">
          <link rel="stylesheet" href="/dist/loading.css">
          <script type="module" src="/dist/${SCRIPT}${query}"></script>
          ${above}
          <form><video-list src="/videos.json" name="video" ${list}></video-list></form>
          <p id="after">After the list</p></html>`,
        '/videos.json': JSON.stringify(anEnvelope(VIDEOS)),
      },
    });
    sites.push(site);
    const [page, faults] = await newPage(browser);
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warn') warnings.push(message.text());
    });
    await page.evaluateOnNewDocument(() => {
      const account = {
        shift: 0,
        changes: [] as string[][],
        /** Starts of the first two frames with a card. In the second one, the first one has been painted. */
        frames: [] as number[],
        formats: [] as number[],
        look(this: void) {
          const [card] =
            document.querySelector('video-list')?.shadowRoot?.querySelectorAll('video-card') ?? [];
          if (card?.shadowRoot?.querySelector('[part=title]'))
            account.frames.push(performance.now());
          if (account.frames.length < 2) requestAnimationFrame(account.look);
        },
        note<F extends object>(format: F) {
          return new Proxy(format, {
            construct(target, values, caller) {
              account.formats.push(performance.now());
              return Reflect.construct(target as never, values, caller);
            },
            apply(target, self, values) {
              account.formats.push(performance.now());
              return Reflect.apply(target as never, self, values);
            },
          });
        },
      };
      new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries()) {
          if (!Reflect.get(entry, 'hadRecentInput')) account.shift += Reflect.get(entry, 'value');
        }
      }).observe({type: 'layout-shift', buffered: true});
      document.addEventListener('selection-change', (event) => {
        account.changes.push(event.detail.videos.map(({id}) => id));
      });
      requestAnimationFrame(account.look);
      for (const name of ['DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules'] as const) {
        Reflect.set(Intl, name, account.note(Intl[name]));
      }
      Reflect.set(
        Number.prototype,
        'toLocaleString',
        account.note(Reflect.get(Number.prototype, 'toLocaleString') as object),
      );
      Object.assign(window, {account});
    });
    await page.goto(`${site.origin}/page.html`);
    await page.waitForSelector('video-list >>> video-card:not([aria-hidden]) >>> [part=title]', {
      visible: true,
    });
    const restore = () => missingFiles.splice(0);
    return {page, faults, warnings, site, restore};
  }

  const shiftIn = (page: Page) => page.evaluate('account.shift');
  const changesIn = (page: Page) => page.evaluate('account.changes');
  const selectedIn = (page: Page) => page.$eval('video-list', (list) => list.value);
  const filesOf = (page: Page) =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => /[^/]*\.min\.js.*/.exec(name)?.[0])
        .filter((name) => name),
    );

  it('are requested after the first cards, and only one by a plain list', async () => {
    const {page, faults} = await open({query: '?v=2'});
    await page.waitForFunction(
      (file) => performance.getEntriesByType('resource').some(({name}) => name.endsWith(file)),
      {},
      fileOf('long-list'),
    );
    assert.deepEqual(await filesOf(page), [`${SCRIPT}?v=2`, fileOf('long-list')]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('and formatting with Intl, which is slow at first, wait until the first cards are painted', async () => {
    const {page} = await open();
    await page.waitForFunction(
      (file) => performance.getEntriesByType('resource').some(({name}) => name.endsWith(file)),
      {},
      fileOf('long-list'),
    );
    await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
    const {frames, formats, feature} = await page.evaluate((file) => {
      const entries = performance.getEntriesByType('resource');
      const {startTime} = entries.find(({name}) => name.endsWith(file))!;
      const account = Reflect.get(window, 'account') as Record<'frames' | 'formats', number[]>;
      return {...account, feature: startTime};
    }, fileOf('long-list'));
    const [, painted] = frames;
    const [format] = formats;
    assert.ok(painted! < format!, `${painted} ms, ${format} ms`);
    assert.ok(painted! < feature, `${painted} ms, ${feature} ms`);
  });

  const chips = 'category="Nature and landscapes" created-by="The editors of the magazine"';
  const looks = [
    ['toolbar', 'toolbar="search order state"'],
    ['toolbar', `toolbar="search order" ${chips} created-from="2020-01-01"`],
    ['toolbar', `toolbar="search categories dates" ${chips} created-from="2020-01-01"`],
    ['selection', 'selection="multiple"'],
    // Without paging, because a button below the row would be rendered with the first cards.
    ['row', 'layout="row" paging="none"'],
    ['live', 'live'],
    ['history', 'history'],
  ] as const;
  for (const [feature, list] of looks) {
    it(`cause no layout shift when they load: ${list}`, async () => {
      const held = [feature, 'long-list'];
      const {page, site, faults} = await open({list, held});
      site.release();
      await page.waitForFunction(
        (file) => performance.getEntriesByType('resource').some(({name}) => name.endsWith(file)),
        {},
        fileOf(feature),
      );
      await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await shiftIn(page), 0);
      if (feature !== 'live') assert.deepEqual(faults, []);
      await page.close();
    });
  }

  const places: Record<string, string> = {
    'at the top of the page': '',
    'low in the first screen': '<br>'.repeat(20),
    'below the first screen': '<br>'.repeat(60),
  };
  for (const [place, above] of Object.entries(places)) {
    it(`find no card that they must remove: ${place}`, async () => {
      const {page, site} = await open({above, held: ['long-list']});
      const before = await page.$eval('video-list', (list) => {
        const cards = [...list.shadowRoot!.querySelectorAll('video-card')];
        Object.assign(window, {first: cards});
        const tops = cards.map((card) => card.getBoundingClientRect().top);
        return {tops, height: innerHeight, end: cards.at(-1)!.getBoundingClientRect().bottom};
      });
      site.release();
      await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
      const removed = await page.evaluate(() => {
        const first = Reflect.get(window, 'first') as Element[];
        return first.filter((card) => !card.isConnected).length;
      });
      assert.equal(removed, 0);
      const {tops, height, end} = before;
      const isBelow = tops[0]! >= height;
      assert.ok(end >= height, `The last card ends at ${end} of ${height}.`);
      if (isBelow) assert.equal(new Set(tops).size, 1, 'One row is enough for a measurement.');
      else assert.ok(tops.at(-1)! < height, `The last card begins at ${tops.at(-1)} of ${height}.`);
      await page.close();
    });
  }

  it('do not change roles: selectable cards are options from the first rendering', async () => {
    const {page} = await open({list: 'selection="single"', held: ['selection', 'long-list']});
    const seen = await page.$eval('video-list', (list) => ({
      roles: [...new Set([...list.shadowRoot!.querySelectorAll('video-card')].map((c) => c.role))],
      grid: list.shadowRoot!.querySelector('[role=listbox]')?.getAttribute('tabindex'),
      buttons: [...list.shadowRoot!.querySelectorAll('video-card')].filter((card) =>
        card.shadowRoot!.querySelector('a, button'),
      ).length,
    }));
    assert.deepEqual(seen, {roles: ['option'], grid: '0', buttons: 0});
    await page.close();
  });

  it('lose no earlier click', async () => {
    const {page, site} = await open({list: 'selection="multiple"', held: ['selection']});
    await page.locator('video-list >>> [aria-posinset="2"]').click();
    await page.locator('video-list >>> [aria-posinset="3"]').click();
    assert.equal(await selectedIn(page), '');
    site.release();
    await page.waitForFunction(() => document.querySelector('video-list')!.value === 'id-2 id-3');
    assert.deepEqual(await changesIn(page), [['id-2'], ['id-2', 'id-3']]);
    await page.close();
  });

  it('lose no earlier key', async () => {
    const {page, site} = await open({list: 'selection="multiple"', held: ['selection']});
    await page.keyboard.press('Tab');
    for (const key of ['ArrowRight', 'ArrowRight', 'Space'] as const) {
      await page.keyboard.press(key);
    }
    site.release();
    await page.waitForFunction(() => document.querySelector('video-list')!.value === 'id-3');
    await page.close();
  });

  it('lose no earlier input', async () => {
    const {page, site} = await open({list: 'toolbar="search"', held: ['toolbar']});
    await page.locator('video-list >>> [part=search]').click();
    await page.keyboard.type('harb');
    site.release();
    await page.waitForFunction(() =>
      document.querySelector('video-list')!.shadowRoot!.querySelector('form'),
    );
    await page.keyboard.type('our');
    await page.waitForFunction(() => document.querySelector('video-list')!.search === 'harbour');
    await page.close();
  });

  it('do not delay calls of the page', async () => {
    const held = ['selection', 'long-list'];
    const {page} = await open({list: 'selection="multiple" value="id-4" required', held});
    const seen = await page.evaluate(() => {
      const list = document.querySelector('video-list')!;
      const first = list.value;
      list.select('id-1');
      const both = list.selectedVideos.map(({title}) => title);
      const sent = new FormData(document.querySelector('form')!).getAll('video');
      list.clearSelection();
      const isValid = list.checkValidity();
      document.querySelector('form')!.reset();
      return {first, both, sent, isValid, reset: list.selectedIds};
    });
    assert.deepEqual(seen, {
      first: 'id-4',
      both: ['Video 4', 'Video 1'],
      sent: ['id-4', 'id-1'],
      isValid: false,
      reset: ['id-4'],
    });
    await page.close();
  });

  it('do not delay changes of a list: it has a card for each video, in order', async () => {
    const {page, site} = await open({list: 'paging="none"', held: ['long-list']});
    const show = (numbers: readonly number[]) =>
      page.$eval(
        'video-list',
        (list, numbers) => {
          list.videos = numbers.map((number) => ({id: `id-${number}`, title: `Video ${number}`}));
        },
        numbers,
      );
    const shows = (numbers: readonly number[]) =>
      page.waitForFunction(
        (wanted) => {
          const cards = document
            .querySelector('video-list')!
            .shadowRoot!.querySelectorAll('video-card');
          const titles = [...cards].map(
            (card) => card.shadowRoot!.querySelector('[part=title]')?.textContent,
          );
          return titles.join() === wanted;
        },
        {},
        numbers.map((number) => `Video ${number}`).join(),
      );
    for (const numbers of [[3, 1], [2, 3, 1, 5], [5]]) {
      await show(numbers);
      await shows(numbers);
    }
    await page.$eval('video-list', (list) => list.focus());
    site.release();
    await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
    await show([4, 5]);
    await shows([4, 5]);
    const focused = await page.$eval(
      'video-list',
      (list) => (list.shadowRoot!.activeElement as HTMLElement & {video?: {id: string}}).video?.id,
    );
    assert.equal(focused, 'id-5');
    await page.close();
  });

  it('can be missing: this is logged once, and the list works without them', async () => {
    const {page, warnings} = await open({
      list: 'toolbar="search" selection="multiple" value="id-2"',
      missing: ['toolbar', 'selection'],
    });
    await page.waitForFunction(() => document.querySelector('video-list')!.updateComplete);
    const said = warnings.filter((text) => text.includes('could not be loaded'));
    assert.equal(said.length, 2);
    assert.match(said.join(), /toolbar\.min\.js/);
    assert.match(said.join(), /selection\.min\.js/);
    assert.equal(await selectedIn(page), 'id-2');
    await page.close();
  });

  it('can be missing for positions: a video is played from its beginning', async () => {
    const {page, faults} = await open({
      list: 'play="dialog" remember',
      missing: ['positions'],
    });
    await page.$eval('video-list', (list) => (list.current = 'id-1'));
    // The site has no play addresses, so the player says that there is no such video.
    await page.waitForSelector('video-list >>> [part=player] >>> [part=failure]', {visible: true});
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('can be of another version: this is logged, and they are not used', async () => {
    const other = readFileSync(`${dist}/${fileOf('row')}`, 'utf8').replace(
      /stamp="[0-9a-f]{8}"|stamp = "[0-9a-f]{8}"|"[0-9a-f]{8}"/,
      (stamp) => stamp.replace(/[0-9a-f]{8}/, '00000000'),
    );
    const {page, warnings} = await open({list: 'layout="row"', replaced: {row: other}});
    await page.evaluate(() => document.querySelector('video-list')!.updateComplete);
    assert.match(warnings.join(), /row\.min\.js belongs to another version/);
    await page.close();
  });

  it('can lack the one for long lists: the first page is shown, with a message about the rest', async () => {
    const {page, restore} = await open({missing: ['long-list']});
    await page.waitForFunction(
      () =>
        document.querySelector('video-list')!.shadowRoot!.querySelectorAll('video-card').length ===
        24,
    );
    await page.locator('video-list >>> [part=more]').click();
    const message = await page.waitForSelector('video-list >>> [part=message]', {visible: true});
    assert.match((await message?.evaluate((box) => box.textContent)) ?? '', /Try again/);
    assert.equal((await page.$$('video-list >>> video-card')).length, 24);
    // As after a lost connection, when the file can be loaded again.
    restore();
    await page.locator('video-list >>> [part=retry]').click();
    await page.waitForFunction(
      () => !document.querySelector('video-list')!.shadowRoot!.querySelector('[part=message]'),
    );
    await page.close();
  });
});
