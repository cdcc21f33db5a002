import type {Fetcher} from '../../src/data/video-page-query.js';
import {deferred} from './promises.js';

/** Fetches so many pages in the opposite order: each once the next one is there. */
export function lastPageFirst(count: number): Fetcher {
  const arrivals = Array.from({length: count}, () => deferred<void>());
  return async (url, init) => {
    const pageIndex = Number(new URL(url).searchParams.get('pageIndex'));
    await arrivals[pageIndex]?.promise;
    const text = await (await fetch(url, init)).text();
    arrivals[pageIndex - 1]?.resolve();
    return new Response(text);
  };
}
