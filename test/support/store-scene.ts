import assert from 'node:assert/strict';
import type {ListRequest, ListSettings} from '../../src/store/list-state.js';
import type {ListStore} from '../../src/store/list-store.js';
import {createListStore} from '../../src/store/index.js';
import type {Fetcher} from '../../src/data/video-page-query.js';
import type {ChangingServer} from './changing-server.js';

/** A request to a fetcher. */
export function requestTo(fetcher: Fetcher, pageSize = 24): ListRequest {
  return {
    url: 'https://gallery.example/videos',
    pageSize,
    method: 'get',
    credentials: 'same-origin',
    headers: {},
    // Longer than any test, because thousands of timers that fire would take long.
    timeout: 600_000,
    source: undefined,
    fetcher,
  };
}

/** A store with a fetcher. Asserts that no state contains a video twice. */
export function storeOn(
  server: ChangingServer,
  settings: Partial<ListSettings> & {pageSize?: number} = {},
): ListStore {
  const {pageSize, ...others} = settings;
  const store = createListStore({request: requestTo(server.fetcher, pageSize), ...others});
  store.subscribe(({items, phase, error, hasNext}) => {
    const ids = items.loaded.map(({id}) => id);
    assert.equal(new Set(ids).size, ids.length, `A video is there twice: ${ids.join()}`);
    assert.ok(Number.isSafeInteger(items.length) && items.length >= 0, 'The length is a number.');
    assert.ok(phase !== 'error' || error, 'A failure has a reason.');
    assert.equal(typeof hasNext, 'boolean');
  });
  return store;
}

/**
 * Goes to the end of a list like a user: views all items in order, waits for missing ones, loads more, and presses "Try
 * again" after a failure. Returns the ids that were visible at each index.
 *
 * @param looksBack - Whether the user looks at the top of the list whenever something is requested, and comes back.
 */
export async function walkToEnd(
  store: ListStore,
  server: ChangingServer,
  {view = 12, most = 600, looksBack = false} = {},
): Promise<readonly string[]> {
  const seen = new Map<number, string>();
  let start = 0;
  for (let steps = 0; steps < most; steps++) {
    await server.idle();
    const {items, error, hasNext} = store.state;
    if (error) {
      await store.retry();
      continue;
    }
    const end = Math.min(start + view, items.length);
    const before = server.requestCount;
    store.ensureRange(start, end);
    if (looksBack && server.inFlight > 0) {
      store.ensureRange(0, view);
      await server.idle();
      store.ensureRange(start, end);
    }
    await server.idle();
    const now = store.state;
    if (server.requestCount > before || now.error) continue;
    for (let index = start; index < end; index++) {
      const video = now.items.at(index);
      if (video) seen.set(index, video.id);
    }
    if (end < now.items.length) start = end;
    else if (hasNext) await store.loadMore();
    else return [...seen.values()];
  }
  throw new Error(`No end after ${most} steps: ${JSON.stringify(store.state).slice(0, 500)}`);
}
