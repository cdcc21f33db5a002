import type {ListStore} from './list-store.js';

/** Covers that must have failed until their pages are asked for again. */
const LEAST = 3;

/** Milliseconds that a list must have been open: covers that fail at once do so for another reason. */
const LEAST_AGE = 60_000;

/** Milliseconds between two renewals. */
const PAUSE = 300_000;

/** Number of the request, beside those of pages. */
const RENEWAL = -4;

/** Renews covers whose signed addresses have expired. */
export interface CoverRenewal {
  /** A video's cover could not be loaded. */
  failed(videoId: string): void;
  /** The same without conditions: asks once more for the pages of these videos, and shows them in place. */
  reloadPagesOf(videoIds: Iterable<string>): Promise<void>;
  disconnect(): void;
}

/**
 * Asks once more for the result pages of covers that have failed: when several have, on a list that has been open for a
 * while, and not more often than every five minutes. Only the videos on these pages change, where they stand.
 */
export function createCoverRenewal(
  store: ListStore,
  now: () => number = () => Date.now(),
): CoverRenewal {
  let openedAt: number | undefined;
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
    const request = store.begin([RENEWAL]);
    const {signal} = request;
    const arrived = await store.fetch(wanted, {signal, cache: 'no-cache'}).catch(() => undefined);
    store.finish(request);
    if (!arrived || signal.aborted || !store.table) return;
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
