import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before} from 'node:test';
import {promisify} from 'node:util';
import type {Browser, Page} from 'puppeteer-core';
import {createVideoProxy, openVideoStore} from '../../proxy/src/index.js';
import {freePort} from '../../proxy/test/support/front-servers.js';
import {APP_RECORDS} from './app.js';
import {openChromium, openPage} from './chromium.js';
import {emptyFolder, packProject, PROJECT} from './package.js';
import {openHandler} from './web-site.js';

const run = promisify(execFile);

/** Folder of installed applications. It is kept, so that only the first run has to install a framework. */
const CACHE = path.join(tmpdir(), 'cloud-vod-gallery-apps');

/** Milliseconds until a started server must answer. A development server compiles first. */
const START_DEADLINE_MS = 120_000;

/**
 * Installs an application of test/apps with the packed package.
 *
 * @returns Its folder, outside of the project.
 */
export async function installApp(name: string): Promise<string> {
  const folder = path.join(CACHE, name);
  await mkdir(folder, {recursive: true});
  const source = path.join(PROJECT, 'test/apps', name);
  const manifest = await readFile(path.join(source, 'package.json'), 'utf8');
  const isSame =
    manifest === (await readFile(path.join(folder, 'installed'), 'utf8').catch(() => ''));
  for (const entry of await readdir(folder)) {
    if (isSame && /^(node_modules|package-lock\.json|installed)$/.test(entry)) continue;
    await rm(path.join(folder, entry), {recursive: true});
  }
  await cp(source, folder, {recursive: true});
  const {tarball} = await packProject();
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball];
  await runIn(folder, 'npm', args);
  await writeFile(path.join(folder, 'installed'), manifest);
  return folder;
}

const QUIET = {
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs a command in a folder; its output is in the error if it fails. */
export async function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = {...process.env, ...QUIET, ...variables};
  await run(command, args, {cwd: folder, env, maxBuffer: 2 ** 26}).catch(
    ({stdout, stderr}: {stdout: string; stderr: string}) => {
      throw new Error(`"${command} ${args.join(' ')}" fails in ${folder}:\n${stdout}${stderr}`);
    },
  );
}

/** A proxy with sixty videos, and its answers. */
interface Proxy {
  readonly origin: string;
  readonly answer: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The environment variables of an application's server. */
export interface AppEnvironment {
  /** Where the application requests videos. */
  readonly API_ORIGIN: string;
  /** Where the covers are, and the proxy for browsers. */
  readonly SITE_ORIGIN: string;
}

/** How an application is served. */
export interface AppServer {
  /** Starts the application's own server. */
  readonly start?: (port: number, env: AppEnvironment) => ChildProcess;
  /** Whether browsers send requests directly to this server, which forwards those for the proxy. For development servers. */
  readonly isInFront?: boolean;
  /** The folder of the built files, for an application without a server. */
  readonly files?: string;
}

/** An application in a browser, with a proxy behind it on the same origin. */
export interface FrameworkScene {
  readonly origin: string;
  /** Requests of pages to the proxy since the last page was opened. */
  readonly asked: string[];
  readonly browser: Browser;
  /** Opens a page. Warnings and errors of its console are faults. */
  open(address?: string): Promise<[page: Page, faults: string[]]>;
}

/** Serves an application and opens a browser while the tests run. */
export function frameworkScene(serve: (env: AppEnvironment) => Promise<AppServer>): FrameworkScene {
  let origin = '';
  let browser: Browser;
  const asked: string[] = [];
  const closers: (() => unknown)[] = [];

  before(async () => {
    const proxy = await startProxy();
    closers.push(proxy.close);
    let app: string | undefined;
    const site = await openHandler(async (request) => {
      const {pathname, search} = new URL(request.url);
      if (pathname.startsWith('/api/')) {
        asked.push(pathname + search);
        return proxy.answer(request);
      }
      if (pathname.startsWith('/covers/')) {
        return file(path.join(PROJECT, 'demo/catalogue/media', pathname));
      }
      return app ? passOn(request, app + pathname + search) : page(files!, pathname);
    });
    origin = site.origin;
    closers.push(site.close);
    const env = {API_ORIGIN: proxy.origin, SITE_ORIGIN: origin};
    const {start, isInFront, files} = await serve(env);
    if (start) {
      const port = await freePort();
      app = `http://127.0.0.1:${port}`;
      const child = start(port, env);
      closers.push(() => stop(child));
      await untilItAnswers(app, child);
      if (isInFront) origin = `http://localhost:${port}`;
    }
    browser = await openChromium();
    closers.push(() => browser.close());
  });

  after(async () => {
    for (const close of closers.reverse()) await close();
  });

  return {
    asked,
    get origin() {
      return origin;
    },
    get browser() {
      return browser;
    },
    open(address = '/') {
      asked.length = 0;
      return openPage(browser, origin + address, {hearsConsole: true, before: watch});
    },
  };
}

/** Has a page keep account of layout shifts, and of the first card that the server has drawn. Runs before its scripts. */
function watch() {
  const account = {shift: 0, firstCard: undefined as Element | null | undefined};
  Object.assign(window, {account});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) account.shift += Reflect.get(entry, 'value') as number;
  }).observe({type: 'layout-shift', buffered: true});
  new MutationObserver(() => {
    account.firstCard ??= document
      .querySelector('video-list')
      ?.shadowRoot?.querySelector('video-card');
  }).observe(document, {childList: true, subtree: true});
}

/** Starts a program of an application. */
export function startIn(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(command, args, {
    cwd: folder,
    env: {...process.env, ...QUIET, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

async function startProxy(): Promise<Proxy> {
  const store = await openVideoStore({url: `file:${await emptyFolder('store')}/videos.db`});
  await store.upsert(APP_RECORDS);
  const proxy = createVideoProxy({store, basePath: '/api'});
  const {origin, close} = await openHandler(proxy);
  return {
    origin,
    answer: proxy,
    async close() {
      await close();
      proxy.close();
      await store.close();
    },
  };
}

async function untilItAnswers(origin: string, child: ChildProcess) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => (output += text.toString()));
  }
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await fetch(origin).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`The server has ended:\n${output}`);
    if (Date.now() > deadline) throw new Error(`The server does not answer:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends a server and what it has started. */
async function stop(child: ChildProcess) {
  if (child.exitCode !== null || !child.pid) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** As a web server in front of the application does. */
async function passOn(request: Request, url: string): Promise<Response> {
  const headers = new Headers(request.headers);
  // `fetch` decompresses the body, but the header would still name the compression.
  headers.set('accept-encoding', 'identity');
  const {method, body} = request;
  const response = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'manual',
    ...(body && {duplex: 'half'}),
  });
  const kept = new Headers(response.headers);
  kept.delete('transfer-encoding');
  return new Response(response.body, {status: response.status, headers: kept});
}

/** A file of a built application; an address without an ending is a page. */
async function page(folder: string, pathname: string): Promise<Response> {
  if (path.extname(pathname)) return file(path.join(folder, pathname));
  const response = await file(path.join(folder, pathname, 'index.html'));
  return response.ok ? response : file(path.join(folder, `${pathname}.html`));
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.webp': 'image/webp',
};

async function file(name: string): Promise<Response> {
  const content = await readFile(name).catch(() => undefined);
  const headers = {'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream'};
  return new Response(content && new Uint8Array(content), {status: content ? 200 : 404, headers});
}
