import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {adviceFor, findBrowser} from './browsers.mjs';

/**
 * A headless Chromium.
 *
 * @param flags - Further command-line flags.
 */
export function openChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(adviceFor(['chromium']));
  return puppeteer.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', ...flags]});
}

/**
 * Opens a page, and collects its errors.
 *
 * @param hearsConsole - Whether warnings on the console count as errors too.
 * @param before - Runs in the page before its scripts.
 */
export async function openPage(
  browser: Browser,
  url: string,
  {hearsConsole = false, before}: {hearsConsole?: boolean; before?: (() => void) | undefined} = {},
): Promise<[Page, string[]]> {
  const [page, faults] = await newPage(browser);
  if (hearsConsole) {
    page.on('console', (message) => {
      if (/warn|error/.test(message.type())) faults.push(message.text());
    });
  }
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(url, {waitUntil: 'load'});
  return [page, faults];
}

/**
 * Opens an empty page, and collects its errors. To wait for an element in a shadow tree, use `visible: true`: otherwise
 * Puppeteer checks again only when the light document has changed.
 */
export async function newPage(browser: Browser): Promise<[Page, string[]]> {
  const page = await browser.newPage();
  nameConditions(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.exposeFunction('reportFault', (fault: string) => faults.push(fault));
  await page.evaluateOnNewDocument(() => {
    window.addEventListener('securitypolicyviolation', (violation) => {
      const {effectiveDirective, blockedURI, sourceFile} = violation;
      const report = Reflect.get(window, 'reportFault') as (fault: string) => void;
      report(`${effectiveDirective} blocks ${blockedURI} in ${sourceFile}`);
    });
  });
  return [page, faults];
}

/** Makes a wait that takes too long name its condition; Puppeteer names only the time. */
function nameConditions(page: Page) {
  const wait = page.waitForFunction.bind(page) as (...values: unknown[]) => Promise<unknown>;
  const named = (condition: unknown, ...others: unknown[]) =>
    wait(condition, ...others).catch((cause: unknown) => {
      throw new Error(`Not true in time: ${String(condition)}`, {cause});
    });
  page.waitForFunction = named as typeof page.waitForFunction;
}
