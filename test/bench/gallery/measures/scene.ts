import type {Browser} from 'puppeteer-core';
import {heightOf} from '../alternatives/shared/geometry.js';
import {PAGE_SIZE} from '../alternatives/shared/more-videos.js';
import type {Contestant} from '../contestants.js';
import type {BenchServer, Delays} from '../server.js';
import type {Line, Visit} from '../visit.js';

/** What is measured: the contestant, the number of videos, the browser and the server. */
export interface Scene {
  readonly browser: Browser;
  readonly server: BenchServer;
  readonly contestant: Contestant;
  readonly count: number;
}

/** Columns of the grid in the viewport of the benchmark. */
const COLUMNS = 4;
/** Rows that are at least partly in the viewport before scrolling. */
const ROWS_ON_FIRST_SCREEN = 3;

/** A fast proxy, and covers from a cache. */
export const QUICK: Delays = {page: 20, cover: 0};
/** The same proxy, and slow covers. */
export const SLOW_COVERS: Delays = {page: 20, cover: 300};
/** A phone with a poor connection: bits per second, and the round-trip time. */
export const SLOW_LINE: Line = {bitsPerSecond: 1_600_000, latencyMs: 150};
/** Loading the remaining pages of a list is not measured. */
const NO_DELAYS: Delays = {page: 0, cover: 0};

/** The number of cards in the viewport before scrolling. */
export function cardsOnFirstScreen(count: number): number {
  return Math.min(count, COLUMNS * ROWS_ON_FIRST_SCREEN);
}

/** The number of columns that are filled to the last row. */
export function fullColumns(count: number): number {
  return count % COLUMNS || COLUMNS;
}

/** Loads the whole list. Throws if the page is too short afterwards, because the figures of a shorter list would be too good. */
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
