import type {Fetcher} from '../../src/data/video-page-query.js';
import {deferred} from './promises.js';

/** A fetcher that answers a number of pages in reverse order. */
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
