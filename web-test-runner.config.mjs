import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {adviceFor, findBrowser, missingBrowsers, wantedEngines} from './test/support/browsers.mjs';
import {bundles} from './test/support/bundles.mjs';
import {testServer} from './test/support/test-server.mjs';
import {serverDrawn} from './test/support/server-drawn.mjs';
import {webkitLauncher} from './test/support/webkit-launcher.mjs';

const CHROMIUM_FLAGS = [
  // Chromium has no sandbox for root, and CI often is root.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // Pages on a machine without a mouse, which servers are, are never hovered over.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

/** A mouse, likewise: one that points exactly (2) and hovers (4). */
const FIREFOX_PREFERENCES = {'ui.primaryPointerCapabilities': 6};

/**
 * A tab whose pages have the focus from the start (which of two gets it depends on when the one before it is closed), and a
 * short history. At 50 entries Chromium drops the oldest that no user has acted on, even if it is the page's own: Back would
 * then leave the page.
 */
async function testTab({context}) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  const goto = page.goto.bind(page);
  page.goto = async (...args) => {
    await session.send('Page.resetNavigationHistory');
    return goto(...args);
  };
  return page;
}

const launchers = {
  // One page at a time: in background tabs, animations and observers stand still.
  chromium: (executablePath) =>
    chromeLauncher({
      concurrency: 1,
      createPage: testTab,
      launchOptions: {executablePath, args: CHROMIUM_FLAGS},
    }),
  firefox: (executablePath) =>
    chromeLauncher({
      concurrency: 1,
      puppeteer,
      launchOptions: {browser: 'firefox', executablePath, extraPrefsFirefox: FIREFOX_PREFERENCES},
    }),
  webkit: (driverPath) => webkitLauncher({driverPath}),
};

const engines = wantedEngines();
const missing = missingBrowsers(engines);
if (missing.length > 0) throw new Error(adviceFor(missing));
if (process.env.ENGINES) console.warn(`\nATTENTION: tests run in ${engines.join(' and ')} only.\n`);

export default {
  files: ['test/**/*.test.ts', '!test/{store,package,apps,site,bench,screen-reader}/**'],
  concurrentBrowsers: engines.length,
  browsers: engines.map((name) => launchers[name](findBrowser(name))),
  // Lit's development build would fill the log with warnings about being one.
  nodeResolve: {exportConditions: ['production', 'default']},
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      // For `useDefineForClassFields`, on which Lit's properties depend.
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [testServer(), serverDrawn(), bundles()],
  // CI runs three browsers on two cores: a test that fails there is tried again, twice at most.
  testFramework: {config: {timeout: 10_000, retries: process.env.CI ? 2 : 0}},
  // The first page of a browser on a busy machine takes its time.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Tests cause these on purpose; the elements' own warnings are asserted where they matter.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('cloud-vod-gallery:'),
};
