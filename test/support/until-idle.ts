import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser} from 'puppeteer-core';
import {until} from './until.js';

/** A browser whose processes use less processor time than this in a period is idle. */
const IDLE_SECONDS = 0.02;
const IDLE_PERIOD_MS = 250;

/**
 * Waits until no process of the browser works. A new window loads pages of the browser itself, which takes more time than
 * the page that is measured.
 */
export async function untilIdle(browser: Browser) {
  const client = await browser.target().createCDPSession();
  let before = 0;
  await until(
    async () => {
      await sleep(IDLE_PERIOD_MS);
      const {processInfo} = await client.send('SystemInfo.getProcessInfo');
      const seconds = processInfo.reduce((sum, {cpuTime}) => sum + cpuTime, 0);
      const isIdle = seconds - before < IDLE_SECONDS;
      before = seconds;
      return isIdle;
    },
    'the browser is idle',
    20_000,
  );
  await client.detach();
}
