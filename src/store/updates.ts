import type {Video} from '../model/video.js';
import type {ListStore} from './list-store.js';
import type {ListTable} from './list-table.js';

/** Number under which this request is registered. */
const UPDATE = -3;

/** Updates the shown videos in the background. A failed request changes nothing. */
export class Updates {
  readonly #store: ListStore;
  readonly #isAtTop: () => boolean | Promise<boolean>;
  #isUpdating = false;
  #isWanted = false;
  #request: AbortController | undefined;

  constructor(store: ListStore, isAtTop: () => boolean | Promise<boolean>) {
    this.#store = store;
    this.#isAtTop = isAtTop;
  }

  /**
   * Updates everything if the top of the list is in view. Otherwise updates only the shown videos, and counts new ones. If
   * called during an update, it runs once more.
   */
  update(): Promise<void> {
    this.#isWanted = true;
    return this.#keepUpdating();
  }

  /** After every change: what a user waits for goes first, and makes an update out of date that is in flight. */
  follow(): void {
    if (this.#store.state.isPending && this.#isUpdating && !this.#request?.signal.aborted) {
      this.#request?.abort();
      this.#isWanted = true;
    }
    void this.#keepUpdating();
  }

  /** One request at a time. */
  async #keepUpdating() {
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    while (this.#isWanted && !this.#store.state.isPending) {
      this.#isWanted = false;
      await this.#updateOnce();
    }
    this.#isUpdating = false;
  }

  async #updateOnce() {
    const store = this.#store;
    const {table} = store;
    if (!table || table.heldPages.length === 0) return;
    const request = (this.#request = store.begin([UPDATE]));
    const {signal} = request;
    const fetched = store.fetch(table.heldPages, {signal, cache: 'no-cache'});
    const pages = await fetched.catch(() => undefined);
    const isAtTop = !!pages && (await this.#isAtTop());
    store.finish(request);
    const current = store.table;
    if (!pages || signal.aborted || !current) return;
    const fresh = [...pages.values()];
    const first = pages.get(current.firstPage)?.videos ?? [];
    const next = isAtTop ? current.put(pages) : current.update(fresh.flatMap(({videos}) => videos));
    const isChanged = JSON.stringify(next.loaded) !== JSON.stringify(current.loaded);
    store.forgive(pages);
    store.replace(next, {
      newItemCount: isAtTop ? 0 : countNew(first, current),
      change: isChanged ? {type: 'load', pages: fresh} : undefined,
    });
  }
}

/** Number of new videos on the first page. Those after the last known one may have moved up from pages that are not loaded. */
function countNew(first: readonly Video[], table: ListTable): number {
  const isKnown = first.map(({id}) => table.indexOf(id) >= 0);
  const isComplete = !table.hasNext && table.loadedCount === table.length;
  const end = isComplete ? -1 : isKnown.lastIndexOf(true);
  return isKnown.filter((known, index) => !known && (end < 0 || index < end)).length;
}
