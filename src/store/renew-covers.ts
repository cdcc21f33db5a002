import {fetchQuietly} from './fetch-quietly.js';
import type {ListStore} from './list-store.js';

/** Number of failed covers that causes a renewal. */
const LEAST = 3;

/** Minimum age of a list in milliseconds. Covers that fail at once do not have expired addresses. */
const LEAST_AGE = 60_000;

/** Minimum pause between two renewals in milliseconds. */
const PAUSE = 300_000;

/** Number under which this request is registered. */
const RENEWAL = -4;

/** Renews covers whose signed addresses have expired. */
export interface CoverRenewal {
  /** Reports that the cover of a video could not be loaded. */
  failed(videoId: string): void;
  /** Requests the pages of these videos again, without these conditions, and updates them in place. */
  reloadPagesOf(videoIds: Iterable<string>): Promise<void>;
  disconnect(): void;
}

/**
 * Requests the result pages of failed covers again: if at least three have failed, on a list that has been open for a
 * minute, at most every five minutes. Only the videos of these pages change, in place.
 */
export function createCoverRenewal(
  store: ListStore,
  now: () => number = () => Date.now(),
): CoverRenewal {
  // The list may have loaded before.
  let openedAt = store.table?.heldPages.length ? now() : undefined;
  let renewedAt = -Infinity;
  const failed = new Set<string>();
  const end = store.subscribe((_state, change) => {
    if (change?.type === 'load') openedAt ??= now();
  });

  const reloadPagesOf = async (videoIds: Iterable<string>) => {
    const {table} = store;
    const held = table?.heldPages ?? [];
    const indexes = [...videoIds].map((id) => store.state.items.indexOf(id));
    const pages = new Set(
      indexes.flatMap((index) => (index < 0 ? [] : (table?.pagesOf(index, index + 1) ?? []))),
    );
    const wanted = held.filter((pageIndex) => pages.has(pageIndex));
    if (wanted.length === 0) return;
    const arrived = await fetchQuietly(store, RENEWAL, wanted, {cache: 'no-cache'});
    if (!arrived || !store.table) return;
    store.replace(store.table.update([...arrived.values()].flatMap(({videos}) => videos)));
  };

  return {
    failed(videoId) {
      failed.add(videoId);
      const time = now();
      const age = time - (openedAt ?? time);
      const isDue = age >= LEAST_AGE && time - renewedAt >= PAUSE;
      if (failed.size < LEAST || !isDue) return;
      renewedAt = time;
      void reloadPagesOf([...failed]);
      failed.clear();
    },
    reloadPagesOf,
    disconnect: end,
  };
}
