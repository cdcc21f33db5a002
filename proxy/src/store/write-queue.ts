import {StoreError} from './store-error.js';

/** Items to write, and the promise of their caller. */
interface Job<Item, Result> {
  readonly items: readonly Item[];
  readonly resolve: (results: Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes items. Each result has the index of its item. */
export type WriteTogether<Item, Result> = (
  items: readonly Item[],
) => Promise<readonly {readonly index: number; readonly result: Result}[]>;

/**
 * Combines all writes that are requested during a write into the next one. Under load, many callers share one commit, which
 * has to wait for the disk or a replica.
 */
export class WriteQueue<Item, Result> {
  readonly #write: WriteTogether<Item, Result>;
  readonly #maxItems: number;
  #jobs: Job<Item, Result>[] = [];
  #isWriting = false;

  /** @param maxItems - Maximum number of items in one write, unless one caller has more. */
  constructor(maxItems: number, write: WriteTogether<Item, Result>) {
    this.#maxItems = maxItems;
    this.#write = write;
  }

  /** Writes all of the items or none, and returns their results. */
  add(items: readonly Item[]): Promise<Result[]> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({items, resolve, reject});
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#jobs.length > 0) {
      const jobs = this.#takeJobs();
      try {
        await this.#writeJobs(jobs);
      } catch (error) {
        await this.#fail(jobs, error);
      }
    }
    this.#isWriting = false;
  }

  async #fail(jobs: readonly Job<Item, Result>[], error: unknown): Promise<void> {
    if (jobs.length === 1 || error instanceof StoreError) {
      for (const job of jobs) job.reject(error);
    } else {
      // One item may be the cause. Written separately, the others succeed.
      for (const job of jobs) await this.#writeJobs([job]).catch(job.reject);
    }
  }

  #takeJobs(): Job<Item, Result>[] {
    let count = 0;
    let items = 0;
    for (const job of this.#jobs) {
      items += job.items.length;
      if (count > 0 && items > this.#maxItems) break;
      count += 1;
    }
    return this.#jobs.splice(0, count);
  }

  async #writeJobs(jobs: readonly Job<Item, Result>[]): Promise<void> {
    const owners = jobs.flatMap((job) => job.items.map(() => job));
    const results = new Map<Job<Item, Result>, Result[]>(jobs.map((job) => [job, []]));
    for (const {index, result} of await this.#write(jobs.flatMap(({items}) => items))) {
      results.get(owners[index]!)?.push(result);
    }
    for (const job of jobs) job.resolve(results.get(job) ?? []);
  }
}
