import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html, type TemplateResult} from 'lit';
import type {Browser, Page} from 'puppeteer-core';
import {build} from 'vite';
import {createVideoProxy, openVideoStore, type VideoProxy} from '../../proxy/src/index.js';
import {newPage, openChromium, openPage} from '../support/chromium.js';
import {pickFirst, seeGallery} from '../support/gallery-page.js';
import {aRecord} from '../support/records.js';
import {decodeVideoPage, type VideoPage} from '../../src/model/decode-video-page.js';
import type {} from '../../src/define.js';
import {openHandler} from '../support/web-site.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const COVERS = ['alpine-1', 'bridge-1', 'aurora-1', 'clouds-1', 'code-1', 'court-1'];

/** The recipe of docs/server-rendering.md. */
const {galleryPage} = (await import(`${PROJECT}test/apps/server/page.js`)) as {
  galleryPage: (proxy: VideoProxy, url: string) => Promise<string>;
};

/** Sixty videos, the newest first: "Video 1" and so on. */
const RECORDS = Array.from({length: 60}, (_, index) =>
  aRecord({
    videoId: `id-${index + 1}`,
    videoName: `Video ${index + 1}`,
    // Late in the evening in London, the next day in Tokyo.
    createTime: String(Date.UTC(2024, 4, 20, 22, 59, 59) / 1000 - index),
    imageUrl: index === 10 ? '/covers/none.webp' : `/covers/${COVERS[index % COVERS.length]}.webp`,
    transcodeState: index === 2 ? '4' : '1',
  }),
);

describe('A server-rendered list', () => {
  let folder: string;
  let browser: Browser;
  let proxy: VideoProxy;
  let origin: string;
  const closers: (() => unknown)[] = [];
  /** What the browser has asked the proxy for. */
  let asked: string[] = [];
  /** Whether the policy allows the inline styles of the page by their hashes. */
  let allowsStyles = true;
  /** Promise that scripts wait for. */
  let scripts: Promise<void> | undefined;
  const pages = new Map<string, () => Promise<string>>();

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'server-'));
    await buildClient(folder);
    const store = await openVideoStore({url: `file:${folder}/videos.db`});
    await store.upsert(RECORDS);
    proxy = createVideoProxy({store, basePath: '/api'});
    pages.set('/', () => galleryPage(proxy, `${origin}/`));
    const site = await openHandler(answer);
    origin = site.origin;
    browser = await openChromium();
    closers.push(
      () => browser.close(),
      () => site.close(),
      () => proxy.close(),
      () => store.close(),
      () => rm(folder, {recursive: true}),
    );
  });

  after(async () => {
    for (const close of closers) await close();
  });

  beforeEach(() => {
    asked = [];
    allowsStyles = true;
    scripts = undefined;
  });

  async function answer(request: Request): Promise<Response> {
    const {pathname, search} = new URL(request.url);
    const page = pages.get(pathname);
    if (page) {
      const text = await page();
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyFor(text),
      };
      return new Response(text, {headers});
    }
    if (pathname.startsWith('/api/')) {
      asked.push(pathname + search);
      return proxy(request);
    }
    if (pathname.startsWith('/covers/')) return file(`${PROJECT}demo/catalogue/media${pathname}`);
    await scripts;
    return pathname.startsWith('/dist/') ? file(PROJECT + pathname) : file(folder + pathname);
  }

  /** A strict policy, which allows only the inline styles of the page, or none. */
  function policyFor(text: string) {
    const styles = new Set([...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css!));
    const hashes = [...styles].map(
      (css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    );
    return [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' ${allowsStyles ? hashes.join(' ') : ''}`,
      `img-src 'self' data:`,
      `connect-src 'self'`,
      `require-trusted-types-for 'script'`,
      `trusted-types lit-html`,
    ].join('; ');
  }

  /** The address of a page with this in it. */
  function serve(template: unknown, script: string, json: unknown = null) {
    const address = `/page-${pages.size}`;
    pages.set(
      address,
      async () => `<!doctype html><html lang="en"><title>Videos</title>
        <link rel="icon" href="data:,">
        ${await collectResult(render(template))}
        <script type="application/json" id="first-videos">${JSON.stringify(json)}</script>
        <script type="module" src="${script}"></script></html>`,
    );
    return origin + address;
  }

  /** The first request of the list. */
  async function firstPage(): Promise<VideoPage> {
    const response = await proxy(new Request(`${origin}/api/videos?pageSize=24`));
    return decodeVideoPage(await response.json(), {baseUrl: origin}) as VideoPage;
  }

  /** Opens a page whose scripts wait until the returned function is called. */
  async function openWaiting(url: string): Promise<[Page, string[], () => Promise<void>]> {
    let release = () => {};
    scripts = new Promise((resolve) => (release = resolve));
    const [page, faults] = await newPage(browser);
    const loaded = page.goto(url, {waitUntil: 'load'});
    await page.waitForSelector('video-list >>> [part=link], video-card >>> [part=link]', {
      visible: true,
    });
    return [
      page,
      faults,
      async () => {
        release();
        await loaded;
      },
    ];
  }

  it('is documented with this code', async () => {
    const documentation = await readFile(`${PROJECT}docs/server-rendering.md`, 'utf8');
    for (const name of ['page.js', 'gallery.js']) {
      const code = await readFile(`${PROJECT}test/apps/server/${name}`, 'utf8');
      assert.ok(documentation.includes(`\`\`\`js\n${code}\`\`\``), `${name} differs.`);
    }
  });

  it('provides the hashes of its styles, for a policy without other inline styles', async () => {
    const {styleHashes} = (await import(`${PROJECT}dist/server/index.js`)) as {
      styleHashes: () => Promise<readonly string[]>;
    };
    const policy = policyFor(await (await fetch(origin)).text());
    const hashes = /style-src 'self' ([^;]+);/.exec(policy)![1]!.split(' ');
    assert.ok(hashes.length > 1, policy);
    const named = await styleHashes();
    assert.deepEqual(
      hashes.filter((hash) => !named.includes(hash)),
      [],
    );
  });

  describe('without JavaScript', () => {
    it('shows covers, titles, dates, quality and links', async () => {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(origin, {waitUntil: 'networkidle0'});
      const cards = await page.$$eval('video-list >>> video-card', (cards) =>
        cards.map(({shadowRoot: root}) => ({
          title: root?.querySelector('[part=title]')?.textContent,
          link: root?.querySelector('a')?.href,
          hasCover: !!root?.querySelector('img')?.naturalWidth,
          opacity: getComputedStyle(root!.querySelector('img')!).opacity,
          chips: root?.querySelector('[part=chips]')?.textContent?.trim(),
          date: root?.querySelector('[part=meta]')?.textContent?.trim(),
        })),
      );
      assert.equal(cards.length, 24);
      assert.deepEqual(cards[0], {
        title: 'Video 1',
        link: `${origin}/watch/id-1`,
        hasCover: true,
        opacity: '1',
        chips: 'Full HD1:05',
        date: 'May 20, 2024',
      });
      await page.close();
    });
  });

  describe('when its script loads', () => {
    it('does not change: the same cards, no layout shift, no new rendering', async () => {
      const [page, faults, goOn] = await openWaiting(origin);
      await watch(page);
      const before = await page.screenshot();
      await goOn();
      await untilAtRest(page);
      const after = await page.screenshot();
      const {sameCards, sameCovers, shift, leastCards} = await seen(page);
      // Only those in view. The others are rendered again when the user moves.
      assert.ok(sameCards >= 9, `${sameCards} cards are the same.`);
      assert.ok(sameCovers >= 9, `${sameCovers} covers are the same.`);
      assert.ok(leastCards >= 9, `There were ${leastCards} cards at the least.`);
      assert.equal(shift, 0);
      assert.ok(Buffer.from(before).equals(after), 'The page looks different.');
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('requests the next page, but not the first one', async () => {
      const [page, faults] = await openPage(browser, origin);
      await untilAtRest(page);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForFunction(() =>
        document
          .querySelector('video-list')!
          .shadowRoot!.querySelector('[aria-posinset="60"]:not([aria-hidden])'),
      );
      const indexes = asked.map((url) => new URL(url, origin).searchParams.get('pageIndex'));
      assert.deepEqual(indexes.toSorted(), ['2', '3']);
      assert.deepEqual(faults, []);
      await page.close();
    });

    it('fires an event for the selected video', async () => {
      const first = await firstPage();
      const list = html`<video-list src="/api/videos" .initialPage=${first}></video-list>`;
      const [page] = await openPage(browser, serve(list, '/gallery.js', first));
      await untilAtRest(page);
      assert.equal(await pickFirst(page), 'id-1');
      await page.close();
    });

    it('writes dates in the time zone of the user', async () => {
      const [page, , goOn] = await openWaiting(origin);
      await page.emulateTimezone('Asia/Tokyo');
      assert.equal(await textOf(page, '[part=meta]'), 'May 20, 2024');
      await goOn();
      await untilAtRest(page);
      assert.equal(await textOf(page, '[part=meta]'), 'May 21, 2024');
      await page.close();
    });

    it('detects a cover that has failed before, and waits for one that is still loading', async () => {
      const [page, , goOn] = await openWaiting(origin);
      await page.setViewport({width: 800, height: 1200});
      await page.waitForFunction(() => {
        const [card] = document
          .querySelector('video-list')!
          .shadowRoot!.querySelectorAll('video-card:nth-of-type(11)');
        return card?.shadowRoot?.querySelector('img')?.complete;
      });
      await goOn();
      await untilAtRest(page);
      const broken = await page.$$eval('video-list >>> video-card:state(cover-broken)', (cards) =>
        cards.map(({ariaPosInSet}) => ariaPosInSet),
      );
      assert.deepEqual(broken, ['11']);
      await page.close();
    });

    it('has its styles under a policy without inline styles', async () => {
      allowsStyles = false;
      const [page, faults] = await openPage(browser, origin);
      await untilAtRest(page);
      const {gridDisplay, cardHeight} = await seeGallery(page);
      assert.equal(gridDisplay, 'grid');
      assert.ok(cardHeight > 100 && cardHeight < 400, `A card is ${cardHeight} pixels high.`);
      assert.ok(faults.length > 0, 'The policy has allowed all of it.');
      await page.close();
    });

    it('restores the position of a user who returns, on a later result page', async () => {
      const first = await firstPage();
      const list = html`<video-list
        id="videos"
        src="/api/videos"
        paging="button"
        history
        .initialPage=${first}
      ></video-list>`;
      const [page, faults] = await openPage(browser, serve(list, '/gallery.js', first));
      await untilAtRest(page);
      await page.evaluate(async () => {
        const list = document.querySelector('video-list')!;
        await list.loadMore();
        await list.loadMore();
        scrollTo(0, document.documentElement.scrollHeight);
      });
      await page.waitForFunction(() => /"index":[45]/.test(JSON.stringify(history.state)));
      await page.reload();
      await page.waitForFunction(() =>
        document
          .querySelector('video-list')
          ?.shadowRoot?.querySelector('[aria-posinset="50"]:not([aria-hidden])')
          ?.checkVisibility(),
      );
      assert.deepEqual(faults, []);
      await page.close();
    });
  });

  describe('with a script without hydration', () => {
    it('is rendered once, not twice', async () => {
      const url = serve(
        html`<video-card heading="A walk by the sea" href="/watch/1" duration="65"></video-card>`,
        '/dist/cloud-vod-gallery.min.js',
      );
      const [page, faults] = await openPage(browser, url);
      await page.waitForSelector('video-card:state(cover-missing)');
      const links = await page.$$eval('video-card >>> [part=link]', (links) => links.length);
      assert.equal(links, 1);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });

  describe('with all settings', () => {
    const variants: Record<string, (page: VideoPage) => TemplateResult> = {
      'as it comes': (page) =>
        html`<video-list src="/api/videos" .initialPage=${page}></video-list>`,
      'with a toolbar and filters': (page) =>
        html`<video-list
          src="/api/videos"
          toolbar="search order category state"
          state="available"
          created-from="2024-01-01"
          .initialPage=${page}
        ></video-list>`,
      'to select from': (page) =>
        html`<label
          >Videos<video-list
            src="/api/videos"
            selection="multiple"
            value="id-2 id-3"
            max="3"
            playable-only
            required
            name="video"
            .initialPage=${page}
          ></video-list
        ></label>`,
      'in a disabled fieldset': (page) =>
        html`<fieldset disabled>
          <video-list
            src="/api/videos"
            selection="single"
            aria-label="Videos"
            .initialPage=${page}
          ></video-list>
        </fieldset>`,
      'as a row': (page) =>
        html`<video-list
          src="/api/videos"
          layout="row"
          density="compact"
          .initialPage=${page}
        ></video-list>`,
      'as a list with headings': (page) =>
        html`<video-list
          src="/api/videos"
          layout="list"
          heading-level="3"
          current="id-4"
          badge-format="height"
          .initialPage=${page}
        ></video-list>`,
      'page by page': (page) =>
        html`<video-list src="/api/videos" paging="pages" live .initialPage=${page}></video-list>`,
      'in German': (page) =>
        html`<video-list
          src="/api/videos"
          lang="de"
          toolbar="search"
          .initialPage=${page}
        ></video-list>`,
      'with nothing in it': (page) =>
        html`<video-list src="/api/videos" .initialPage=${page}></video-list>`,
      'without a page': () => html`<video-list src="/api/videos"></video-list>`,
      'without an address': () => html`<video-list></video-list>`,
    };
    const pageFor = async (name: string): Promise<VideoPage | undefined> => {
      if (name.startsWith('without')) return undefined;
      const page = await firstPage();
      return name.includes('nothing') ? {videos: [], skipped: [], recordCount: 0, total: 0} : page;
    };

    for (const [name, template] of Object.entries(variants)) {
      it(`${name}, it is the same as without a server`, async () => {
        const first = await pageFor(name);
        const [page, faults] = await openPage(
          browser,
          serve(template(first!), '/gallery.js', first),
        );
        await untilAtRest(page);
        await enter(page);
        const taken = await anatomy(page);
        await page.evaluate(() => {
          const list = document.querySelector('video-list')!;
          const twin = document.createElement('video-list');
          for (const {name, value} of list.attributes) twin.setAttribute(name, value);
          twin.initialPage = list.initialPage;
          list.replaceWith(twin);
        });
        await untilAtRest(page);
        await enter(page);
        const made = await anatomy(page);
        assert.ok(made.length > 5);
        assert.equal(taken.length, made.length);
        assert.deepEqual(differences(taken, made), [], 'what differs');
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  });
});

/** Simulates a user who moves into the cards, so that the cards around the view are rendered. */
async function enter(page: Page) {
  await page.evaluate(() => {
    const card = document.querySelector('video-list')!.shadowRoot!.querySelector('video-card');
    card?.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
  });
  await untilAtRest(page);
}

/** Makes the page record changes of its cards. */
async function watch(page: Page) {
  await page.evaluate(() => {
    const root = document.querySelector('video-list')!.shadowRoot!;
    const cards = [...root.querySelectorAll('video-card')];
    const covers = cards.map(({shadowRoot}) => shadowRoot!.querySelector('img'));
    const account = {cards, covers, shift: 0, leastCards: Infinity};
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) account.shift += Reflect.get(entry, 'value') as number;
    }).observe({type: 'layout-shift'});
    Object.assign(window, {account});
    void (async () => {
      while (await new Promise(requestAnimationFrame)) {
        const drawn = root.querySelectorAll('video-card').length;
        account.leastCards = Math.min(account.leastCards, drawn);
      }
    })();
  });
}

/** The recorded changes. */
function seen(page: Page) {
  return page.evaluate(() => {
    const {cards, covers, shift, leastCards} = Reflect.get(window, 'account') as {
      cards: Element[];
      covers: Element[];
      shift: number;
      leastCards: number;
    };
    const now = [
      ...document.querySelector('video-list')!.shadowRoot!.querySelectorAll('video-card'),
    ];
    return {
      sameCards: cards.filter((card) => now.includes(card as never)).length,
      sameCovers: covers.filter((cover) => cover?.isConnected).length,
      shift,
      leastCards,
    };
  });
}

/** Waits until the list has been hydrated, has its language, and has rendered the cards around the view. */
async function untilAtRest(page: Page) {
  await page.waitForFunction(() => {
    const list = document.querySelector('video-list');
    const search = list?.shadowRoot?.querySelector('input');
    return list?.lang !== 'de' || search?.placeholder === 'Suchen';
  });
  await page.waitForFunction(() =>
    document
      .querySelector('video-list')
      ?.matches(':is(:state(ready), :state(empty), :state(unconfigured))'),
  );
  await page.evaluate(async () => {
    await document.querySelector('video-list')!.updateComplete;
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  });
}

/** The text in the first part of a list that is called so. */
function textOf(page: Page, part: string) {
  return page.$eval(`video-list >>> ${part}`, ({textContent}) => textContent?.trim());
}

/**
 * The content of a list with all shadow trees, without what depends on the browser (loaded covers), and without the layout
 * that a server writes.
 */
function anatomy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: string[] = [];
    const nodes: (readonly [Node, number])[] = [[document.querySelector('video-list')!, 0]];
    for (let next; (next = nodes.shift());) {
      const [node, depth] = next;
      if (node instanceof Comment || node instanceof HTMLStyleElement) continue;
      if (node instanceof Element) {
        const {host} = node.getRootNode() as ShadowRoot;
        // A server renders the slots of a card, because they may get content. A list in the browser knows whether they do.
        if (node.localName === 'slot' && host?.localName === 'video-card') {
          nodes.unshift(...[...node.childNodes].map((child) => [child, depth] as const));
          continue;
        }
        const attributes = [...node.attributes]
          // The description of a card is added after the first paint, or on the server.
          .filter(({name}) => name !== 'aria-hidden')
          .filter(({name}) => name !== 'layout' || node.localName === 'video-list')
          .filter(({name, value}) => name !== 'value' || value)
          .map(({name, value}) => {
            const address = /^(src|href)$/.test(name) && new URL(value, document.baseURI).href;
            return `${name}="${(address || value).replace('loading', 'loaded').trim()}"`;
          });
        lines.push(`${'  '.repeat(depth)}${node.localName} ${attributes.sort().join(' ')}`);
      } else if (node.textContent?.trim()) {
        lines.push('  '.repeat(depth) + node.textContent.trim());
      }
      const children = [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes];
      nodes.unshift(...children.map((child) => [child, depth + 1] as const));
    }
    return lines;
  });
}

function differences(some: readonly string[], others: readonly string[]) {
  const onlyIn = (these: readonly string[], those: readonly string[]) =>
    these.filter((line) => !those.includes(line));
  return [...onlyIn(some, others), ...onlyIn(others, some)];
}

async function file(name: string): Promise<Response> {
  const types: Record<string, string> = {'.js': 'text/javascript', '.webp': 'image/webp'};
  const content = await readFile(name).catch(() => undefined);
  const headers = {'content-type': types[path.extname(name)] ?? 'text/plain'};
  return new Response(content && new Uint8Array(content), {status: content ? 200 : 404, headers});
}

/** Lit in one file with its hydration support, as docs/server-rendering.md says. */
const LIT = {name: 'lit', test: /node_modules\/(@lit|@lit-labs|lit|lit-html|lit-element)\//};

/** What pages of the recipe load, each as an application would build it. */
async function buildClient(outDir: string) {
  for (const name of ['gallery', 'elements']) {
    await build({
      root: `${PROJECT}test/apps/server`,
      configFile: false,
      logLevel: 'warn',
      resolve: {alias: {'cloud-vod-gallery/define': `${PROJECT}dist/define.js`}},
      build: {
        outDir,
        emptyOutDir: false,
        rolldownOptions: {
          input: `${PROJECT}test/apps/server/${name}.js`,
          output: {entryFileNames: '[name].js', codeSplitting: {groups: [LIT]}},
        },
      },
    });
  }
}
