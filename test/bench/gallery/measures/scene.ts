import type {Browser} from 'puppeteer-core';
import {heightOf} from '../alternatives/shared/geometry.js';
import {PAGE_SIZE} from '../alternatives/shared/more-videos.js';
import type {Contestant} from '../contestants.js';
import type {BenchServer, Delays} from '../server.js';
import type {Line, Visit} from '../visit.js';

/** Who is measured, with how many videos, and where. */
export interface Scene {
  readonly browser: Browser;
  readonly server: BenchServer;
  readonly contestant: Contestant;
  readonly count: number;
}

/** Columns of the grid in the bench's viewport. */
const COLUMNS = 4;
/** Rows of which a part is in the viewport before it has been scrolled. */
const ROWS_ON_FIRST_SCREEN = 3;

/** A proxy nearby; covers come out of a cache. */
export const QUICK: Delays = {page: 20, cover: 0};
/** The same proxy, and covers that take their time. */
export const SLOW_COVERS: Delays = {page: 20, cover: 300};
/** A phone far from a mast: bits per second, and milliseconds there and back. */
export const SLOW_LINE: Line = {bitsPerSecond: 1_600_000, latencyMs: 150};
/** Nobody waits for a list to grow to its full length. */
const NO_DELAYS: Delays = {page: 0, cover: 0};

/** How many cards the reader sees at first. */
export function cardsOnFirstScreen(count: number): number {
  return Math.min(count, COLUMNS * ROWS_ON_FIRST_SCREEN);
}

/** How many columns go down to the last row. */
export function fullColumns(count: number): number {
  return count % COLUMNS || COLUMNS;
}

/** Brings a list to its full length. Throws where that is not to be had: its figures would flatter. */
export async function completeList(
  visit: Visit,
  {contestant, count, server}: Scene,
): Promise<void> {
  const missingPages = Math.ceil(count / PAGE_SIZE) - 1;
  if (contestant.grows && missingPages > 0) {
    const {delays} = server;
    server.delays = NO_DELAYS;
    await visit.makeChangeable();
    await visit.page.evaluate((pages) => window.bench.grow(pages), missingPages);
    server.delays = delays;
  }
  const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
  if (height < heightOf(Math.ceil(count / COLUMNS))) {
    throw new Error(`Too short for ${count} videos: ${height} pixels.`);
  }
}
