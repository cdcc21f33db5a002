/**
 * Serves the built site (`npm run site`), and a proxy with a store at `/api`. Needs no account. Settings: `PORT` (default
 * 8080) and `DATABASE_URL` (default a file in data/).
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
  // The proxy resizes covers to the widths that cards request.
  covers: {folder: 'data/covers', read: readCover},
});

const app = new Hono();
const [strict, forMediaChrome] = [headers(), headers({withMediaChrome: true})];
app.use((context, next) =>
  (context.req.path === '/selection.html' ? forMediaChrome : strict)(context, next),
);
app.all('/api/*', ({req}) => proxy(req.raw));
const many = manyVideos(catalogue);
app.get('/many/videos', ({req}) => many(req.raw));
// For the states page: a cover whose response never arrives.
app.get('/slow/*', () => new Promise<Response>(() => {}));
app.get('/', ({redirect}) => redirect('/index.html'));
// Compresses the files of the site only; the routes above are not affected.
app.use(compress());
// Marks pages as served with a proxy. Without this attribute, they answer their requests themselves; see proxy.js.
app.get('/:page{[\\w-]+\\.html}', async (context) => {
  const page = await readFile(`site/${context.req.param('page')}`, 'utf8').catch(() => undefined);
  if (page === undefined) return context.notFound();
  return context.html(page.replace('<html ', '<html data-proxy '));
});
app.get('*', serveStatic({root: 'site'}));

serve({fetch: app.fetch, port: Number(PORT)}, ({port}) => {
  console.log(`The gallery is open at http://localhost:${port}/`);
});

/** The security headers of a strict site. The gallery needs no exceptions. Media Chrome needs inline styles. */
function headers({withMediaChrome = false} = {}) {
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: withMediaChrome ? ["'self'", "'unsafe-inline'"] : self,
      // Covers are on hosts of the vendor. Those of its example use `http:`.
      imgSrc: ["'self'", 'http:', 'https:'],
      // hls.js plays HLS from `blob:` URLs. Some browsers play HLS without it.
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: self,
      baseUri: self,
      formAction: self,
      ...(withMediaChrome
        ? {}
        : {requireTrustedTypesFor: ["'script'"], trustedTypes: ['lit-html']}),
    },
  });
}

/** The records of the catalogue, with the URLs of the covers on this server. */
async function catalogueRecords() {
  const {data} = await readCatalogue<CatalogueEnvelope>('catalogue.json');
  return data.videoListInfo.map(({imageUrl, ...record}) => ({
    ...record,
    imageUrl: imageUrl && `/catalogue/${imageUrl}`,
  }));
}

/** Reads a cover of the catalogue. The hosts of other covers no longer exist. */
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
