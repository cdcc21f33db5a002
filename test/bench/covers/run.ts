/**
 * Bytes and time of the covers in the first viewport on a slow connection, in their original size and resized by the proxy.
 * Needs a build: `npx tsx test/bench/covers/run.ts`.
 */
import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import sharp from 'sharp';
import {createVideoProxy, openVideoStore} from '../../../proxy/src/index.js';
import {openChromium} from '../../support/chromium.js';
import {aRecord} from '../../support/records.js';

/** Number of videos. */
const COUNT = 24;

/** The "slow 4G" of Lighthouse: bytes per second, and the round-trip time. */
const LINE = {download: (1_600 * 1024) / 8, upload: (750 * 1024) / 8, latency: 150};

const PAGE = (src: string) => `<!doctype html><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><video-list src="${src}"></video-list>
  <script type="module" src="/dist/cloud-vod-gallery.min.js"></script>`;

const COVERS = 'demo/catalogue/media/covers';
const names = (await readdir(COVERS)).filter((name) => name.endsWith('-1.webp')).slice(0, COUNT);
const pictures = await Promise.all(
  names.map((name) => sharp(join(COVERS, name)).resize(1364, 768).jpeg({quality: 85}).toBuffer()),
);

const folder = await mkdtemp(join(tmpdir(), 'covers-'));
const store = await openVideoStore({url: 'file::memory:'});
await store.upsert(
  pictures.map((_, index) => aRecord({videoId: `v${index}`, imageUrl: `/original/${index}`})),
);
const numberOf = (imageUrl: string) => Number(imageUrl.split('/').at(-1));
const read = (imageUrl: string) => pictures[numberOf(imageUrl)];
const [before, after] = [
  createVideoProxy({store, basePath: '/before'}),
  createVideoProxy({store, basePath: '/after', covers: {folder, read}}),
];

const app = new Hono();
app.all('/before/*', ({req}) => before(req.raw));
app.all('/after/*', ({req}) => after(req.raw));
app.get('/original/:n', ({req}) => {
  const body = new Uint8Array(pictures[Number(req.param('n'))] ?? []);
  return new Response(body, {headers: {'content-type': 'image/jpeg'}});
});
app.get('/page/:way', ({req, html}) => Promise.resolve(html(PAGE(`/${req.param('way')}/videos`))));
app.get('/dist/*', serveStatic({root: '.'}));
const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'});
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const browser = await openChromium();
try {
  for (const [width, height, ratio] of [
    [390, 844, 3],
    [1280, 800, 1],
  ] as const) {
    for (const way of ['before', 'after', 'after'] as const) {
      // A separate profile has an empty browser cache. At the second visit, the proxy has cached all images.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({width, height, deviceScaleFactor: ratio});
      const client = await page.createCDPSession();
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: LINE.latency,
        downloadThroughput: LINE.download,
        uploadThroughput: LINE.upload,
      });
      const images = new Map<string, number>();
      client.on('Network.responseReceived', ({requestId, type}) => {
        if (type === 'Image') images.set(requestId, 0);
      });
      client.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
        if (images.has(requestId)) images.set(requestId, encodedDataLength);
      });
      const startMs = performance.now();
      await page.goto(`${origin}/page/${way}`, {waitUntil: 'domcontentloaded'});
      const inView = await page.waitForFunction(firstScreenIsThere, {timeout: 120_000});
      const seconds = (performance.now() - startMs) / 1000;
      await page.waitForNetworkIdle({timeout: 120_000});
      const bytes = [...images.values()].reduce((sum, each) => sum + each, 0);
      console.log(
        `${width} x ${height} (${ratio}x) ${way}: ${await inView.jsonValue()} covers in view after ` +
          `${seconds.toFixed(1)} s; ${images.size} covers requested, ${Math.round(bytes / 1024)} KiB`,
      );
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
  before.close();
  after.close();
  await store.close();
  await rm(folder, {recursive: true, force: true});
}

/** Runs in the page: resolves with the number of visible covers when all are loaded. */
function firstScreenIsThere(): number {
  const grid = document.querySelector('video-list')?.shadowRoot?.querySelector('[part=grid]');
  const inView = [...(grid?.children ?? [])].filter(
    (card) => card.getBoundingClientRect().top < innerHeight,
  );
  const isThere = inView.length > 1 && inView.every((card) => card.matches(':state(cover-loaded)'));
  return isThere ? inView.length : 0;
}
