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
  // Chromium has no sandbox for root, and CI often runs as root.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // On machines without a mouse, such as servers, pages have no hover.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

/** Also a mouse: a fine pointer (2) that can hover (4). */
const FIREFOX_PREFERENCES = {'ui.primaryPointerCapabilities': 6};

/**
 * A tab whose pages have the focus from the start (otherwise it depends on when the previous tab is closed), with a short
 * history. At 50 entries, Chromium removes the oldest one without a user action, even if it belongs to the page: Back would
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
  // One page at a time, because animations and observers pause in background tabs.
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
  // Lit's development build would fill the log with warnings.
  nodeResolve: {exportConditions: ['production', 'default']},
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      // For `useDefineForClassFields: false`, which Lit's properties need.
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [testServer(), serverDrawn(), bundles()],
  // CI runs three browsers on two cores, so a failed test is repeated there, at most twice.
  testFramework: {config: {timeout: 10_000, retries: process.env.CI ? 2 : 0}},
  // On a busy machine, the first page of a browser takes long.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Tests cause these warnings on purpose, and assert them where they matter.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('cloud-vod-gallery:'),
};
