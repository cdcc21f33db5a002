import type {Browser, CDPSession, Page} from 'puppeteer-core';
import {untilIdle} from '../../support/until-idle.js';
import {OURS_CHANGES, PROBE} from './build.js';
import {EMPTY, type Contestant} from './contestants.js';
import {pageAddress, type PageOptions} from './pages.js';
import type {BenchServer} from './server.js';

const VIEWPORT = {width: 1280, height: 800};

/** The network between a page and its server. */
export interface Line {
  readonly bitsPerSecond: number;
  /** Round-trip time. */
  readonly latencyMs: number;
}

/** Metrics of Chromium since the navigation. Durations in seconds. */
export type ChromiumMetrics = Readonly<
  Record<
    'Nodes' | 'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration' | 'ThreadTime',
    number
  >
>;

/** A contestant's page in a separate process: without caches and compiled code. */
export class Visit {
  readonly page: Page;
  /** Transferred bytes of scripts, without the probe. */
  scriptBytes = 0;
  readonly #client: CDPSession;

  private constructor(page: Page, client: CDPSession) {
    this.page = page;
    this.#client = client;
    page.on('response', (response) => {
      if (response.url().includes('/scripts/') && !response.url().endsWith(PROBE)) {
        this.scriptBytes += Number(response.headers()['content-length'] ?? 0);
      }
    });
  }

  /** Opens a page, calls `doing`, and closes the page. Also throws if a script of the page has thrown. */
  static async pay<T>(
    browser: Browser,
    server: BenchServer,
    contestant: Contestant,
    options: PageOptions & {readonly line?: Line},
    doing: (visit: Visit) => Promise<T>,
  ): Promise<T> {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport(VIEWPORT);
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      // Starts the renderer process of the origin before the measurement.
      await page.goto(server.origin + pageAddress(EMPTY, {count: 0}));
      await untilIdle(browser);
      if (options.line) await slowDown(client, options.line);
      const faults: unknown[] = [];
      page.on('pageerror', (error) => faults.push(error));
      const visit = new Visit(page, client);
      await page.goto(server.origin + pageAddress(contestant, options), {
        waitUntil: 'domcontentloaded',
      });
      const result = await doing(visit);
      if (faults.length > 0) throw faults[0];
      return result;
    } finally {
      await context.close();
    }
  }

  /** Metrics since the navigation. */
  async metrics(): Promise<ChromiumMetrics> {
    const {metrics} = await this.#client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({name, value}) => [name, value])) as ChromiumMetrics;
  }

  /**
   * Bytes in use in the two heaps of the page after a garbage collection: that of V8, and that of Blink with nodes, layout
   * and styles. Neither contains images.
   */
  async heapBytes(): Promise<number> {
    await this.#client.send('HeapProfiler.collectGarbage');
    const {usedSize, embedderHeapUsedSize} = await this.#client.send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize;
  }

  /** Loads the script that changes our list. The scripts of other galleries include theirs. */
  async makeChangeable(): Promise<void> {
    await this.page.addScriptTag({type: 'module', url: `/scripts/${OURS_CHANGES}`});
  }

  /** Turns the wheel at a steady speed: native events, one in each frame. */
  async turnWheel(distance: number, pixelsPerSecond: number): Promise<void> {
    await this.#client.send('Input.synthesizeScrollGesture', {
      x: VIEWPORT.width / 2,
      y: VIEWPORT.height / 2,
      yDistance: -distance,
      speed: pixelsPerSecond,
      gestureSourceType: 'mouse',
    });
  }
}

/** Applies to every request of the page, and to the compressed bytes. */
async function slowDown(client: CDPSession, {bitsPerSecond, latencyMs}: Line) {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  });
}
