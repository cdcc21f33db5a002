import {execFile} from 'node:child_process';
import {cp, readFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {createVideoProxy, openVideoStore} from '../../proxy/src/index.js';
import {emptyFolder, installPacked, PROJECT} from './package.js';
import {aRecord} from './records.js';
import {openHandler, type Site} from './web-site.js';

const run = promisify(execFile);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webp': 'image/webp',
};

const COVERS = ['alpine-1', 'bridge-1', 'aurora-1', 'clouds-1', 'code-1', 'court-1'];

/** Sixty videos, the newest first: "Video 1" and so on; the third cannot be played. */
export const APP_RECORDS = Array.from({length: 60}, (_, index) =>
  aRecord({
    videoId: `id-${index + 1}`,
    videoName: `Video ${index + 1}`,
    createTime: String(1_700_000_000 - index),
    imageUrl: `/covers/${COVERS[index % COVERS.length]}.webp`,
    transcodeState: index === 2 ? '4' : '1',
  }),
);

/** An application of test/apps, installed with the packed package, type-checked and built. */
export interface BuiltApp {
  readonly folder: string;
}

/** @param others - Packages that replace those of its package.json: `react@18.3.1`. */
export async function buildApp(name: string, ...others: string[]): Promise<BuiltApp> {
  const folder = await emptyFolder(`${name}-app`);
  await cp(path.join(PROJECT, 'test/apps', name), folder, {recursive: true});
  await installPacked(folder, ...others);
  for (const script of ['types', 'build', 'build:server']) {
    await run('npm', ['run', '--silent', script], {cwd: folder}).catch(
      ({stdout, stderr}: {stdout: string; stderr: string}) => {
        throw new Error(`"npm run ${script}" fails in the ${name} app:\n${stdout}${stderr}`);
      },
    );
  }
  return {folder};
}

/** A running application, with a proxy behind it. */
export interface RunningApp extends Site {
  /** Requests of its pages to the proxy. */
  readonly asked: string[];
}

/** Responses to pages of an application. */
export interface PageAnswers {
  /** Renders the response instead of the built index.html. */
  readonly draw?: (template: string, url: URL) => string | Promise<string>;
  /** Headers for the text of a page. */
  readonly headersFor?: (text: string) => Record<string, string>;
}

export async function serveApp(
  {folder}: BuiltApp,
  {draw = (template) => template, headersFor = () => ({})}: PageAnswers = {},
): Promise<RunningApp> {
  const store = await openVideoStore({url: `file:${await emptyFolder('store')}/videos.db`});
  await store.upsert(APP_RECORDS);
  const proxy = createVideoProxy({store, basePath: '/api'});
  const asked: string[] = [];
  const site = await openHandler(async (request) => {
    const url = new URL(request.url);
    const {pathname} = url;
    if (pathname.startsWith('/api/')) {
      asked.push(pathname + url.search);
      return proxy(request);
    }
    if (pathname === '/favicon.ico') return new Response();
    if (pathname === '/') {
      const template = await readFile(path.join(folder, 'dist/index.html'), 'utf8');
      const text = await draw(template, url);
      return new Response(text, {headers: {'content-type': TYPES['.html']!, ...headersFor(text)}});
    }
    const root = pathname.startsWith('/covers/')
      ? path.join(PROJECT, 'demo/catalogue/media')
      : path.join(folder, 'dist');
    const content = await readFile(path.join(root, pathname)).catch(() => undefined);
    const type = TYPES[path.extname(pathname)] ?? 'text/plain';
    return new Response(content && new Uint8Array(content), {
      status: content ? 200 : 404,
      headers: {'content-type': type},
    });
  });
  return {
    ...site,
    asked,
    async close() {
      await site.close();
      proxy.close();
      await store.close();
    },
  };
}
