/**
 * The site as it was built (`npm run site`), and behind `/api` the proxy with a store of its own. No
 * account needed. `PORT` (default 8080) and `DATABASE_URL` (default a file in data/) can be set.
 */
import {mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {compress} from 'hono/compress';
import {secureHeaders} from 'hono/secure-headers';
import {manyVideos} from './many-videos.js';
import {playUrls} from './play-urls.js';
import {createVideoProxy, openVideoStore} from '../proxy/src/index.js';

const {
  PORT = '8080',
  DATABASE_URL = 'file:data/demo.db',
  CALLBACK_SECRET = 'demo-secret',
} = process.env;

await mkdir('data', {recursive: true});
const store = await openVideoStore({url: DATABASE_URL});
const catalogue = await catalogueRecords();
await store.upsert(catalogue);
const clips = await readCatalogue<Readonly<Record<string, string>>>('clips.json');
const proxy = createVideoProxy({
  store,
  basePath: '/api',
  callbackSecret: CALLBACK_SECRET,
  publishUrls: (videoId) => {
    const clip = Object.hasOwn(clips, videoId) && clips[videoId];
    return clip ? playUrls(clip, '/catalogue/') : undefined;
  },
  // Resized, in the width that each card has.
  covers: {folder: 'data/covers', read: readCover},
});

const app = new Hono();
const [strict, forPlayer] = [headers(), headers({withPlayer: true})];
app.use((context, next) =>
  (context.req.path === '/selection.html' ? forPlayer : strict)(context, next),
);
app.all('/api/*', ({req}) => proxy(req.raw));
const many = manyVideos(catalogue);
app.get('/many/videos', ({req}) => many(req.raw));
// The states page has a cover that never arrives.
app.get('/slow/*', () => new Promise<Response>(() => {}));
app.get('/', ({redirect}) => redirect('/index.html'));
// Compresses the files of the site only; the routes above are not affected.
app.use(compress());
// Pages are told that there is a proxy here: on a host of files they answer themselves.
app.get('/:page{[\\w-]+\\.html}', async (context) => {
  const page = await readFile(`site/${context.req.param('page')}`, 'utf8').catch(() => undefined);
  if (page === undefined) return context.notFound();
  return context.html(page.replace('<html ', '<html data-proxy '));
});
app.get('*', serveStatic({root: 'site'}));

serve({fetch: app.fetch, port: Number(PORT)}, ({port}) => {
  console.log(`The gallery is open at http://localhost:${port}/`);
});

/** What a careful site would send: the gallery needs nothing more than this. The player needs styles of its own. */
function headers({withPlayer = false} = {}) {
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: withPlayer ? ["'self'", "'unsafe-inline'"] : self,
      // Covers are where the vendor keeps them; those of its example are on a host of 2017.
      imgSrc: ["'self'", 'http:', 'https:'],
      // HLS is put together in the page, unless the browser plays it by itself.
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: self,
      baseUri: self,
      formAction: self,
      ...(withPlayer ? {} : {requireTrustedTypesFor: ["'script'"], trustedTypes: ['lit-html']}),
    },
  });
}

/** The demo's library, with covers as the browser finds them. */
async function catalogueRecords() {
  const {data} = await readCatalogue<CatalogueEnvelope>('catalogue.json');
  return data.videoListInfo.map(({imageUrl, ...record}) => ({
    ...record,
    imageUrl: imageUrl && `/catalogue/${imageUrl}`,
  }));
}

/** A cover of the catalogue, from where it is kept; other covers are on hosts that are there no more. */
function readCover(imageUrl: string): Promise<Uint8Array | undefined> {
  const file = `demo/catalogue/media/covers/${path.basename(imageUrl)}`;
  return readFile(file).catch(() => undefined);
}

async function readCatalogue<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(`demo/catalogue/${name}`, 'utf8')) as T;
}

interface CatalogueEnvelope {
  readonly data: {
    readonly videoListInfo: readonly {
      readonly imageUrl?: string | null;
      readonly videoName?: string | null;
    }[];
  };
}
