import type {AddPoints} from './limits/shared-counter.js';
import type {PlaceInList} from './list-source.js';
import type {ListQuery, Sort} from './list-query.js';
import type {FilterQuery} from './store/list-filter.js';
import type {StoredPage} from './store/list-reader.js';
import type {DatabaseOptions} from './store/open-engine.js';
import type {CallLedger} from './vendor/call-ledger.js';
import type {CallRule} from './vendor/call-rule.js';
import type {Clock} from './util/clock.js';
import type {SharedAnswers} from './vendor/shared-answers.js';
import type {VideoRecord} from './video-record.js';

export type {StoredPage};

/** A stored record, and the number of the change that stored it. */
export interface StoredChange {
  /** Greater than that of every earlier change of any video. */
  readonly sequence: number;
  readonly record: VideoRecord;
}

/**
 * Stores the videos of upload callbacks. Several processes may share one database. If the database cannot be used, every
 * call rejects with a `StoreError` within the time limit.
 */
export interface VideoStore {
  /**
   * Stores records by `videoId`. The newer `updateTime` wins, so repeated and late deliveries change nothing. Each record
   * must have passed `recordFault`.
   *
   * @returns The changes, once they are durably stored.
   */
  upsert(records: readonly VideoRecord[]): Promise<StoredChange[]>;
  /**
   * Brings videos up to date with records that were read from a list (`callbackRecord`): fields that such a record does not
   * have stay, and an identical record changes nothing.
   */
  merge?(records: readonly VideoRecord[]): Promise<StoredChange[]>;
  /** One page by the vendor's filters and order. The same object means the same answer to the same query. */
  list(query: ListQuery): Promise<StoredPage>;
  /** Values of `sortBy` that `list` supports, in addition to the time of creation. Default: none. */
  readonly sorts?: readonly Sort[] | undefined;
  /** Index of a video in a list; undefined if it is not in the list. Missing if the store cannot find it. */
  placeOf?(query: ListQuery, videoId: string): Promise<PlaceInList | undefined>;
  /** Later changes, oldest first. Of a video that has changed several times, only the last one. */
  changesSince(sequence: number, limit: number): Promise<StoredChange[]>;
  /** Number of the last change; 0 if there is none. */
  lastSequence(): Promise<number>;
  /**
   * Names of the categories in use, in alphabetical order.
   *
   * @param filter - Only those of videos that a list with this filter would have.
   */
  categories(filter?: FilterQuery): Promise<string[]>;
  /**
   * Calls `onChange` soon after another process has stored something. Calls may be missed, so also check `lastSequence` at
   * intervals. Missing if the database cannot notify.
   *
   * @returns A function that ends it.
   */
  watch?(onChange: () => void): () => void;
  /**
   * Counts the calls to the vendor of all processes that share the store: see `VendorOptions.ledger`. Missing if a store
   * cannot.
   */
  ledger?(rule: CallRule, clock: Clock, log?: (line: string) => void): CallLedger;
  /** Shares answers of the vendor among the processes of the store: see `VendorOptions.answers`. Missing if a store cannot. */
  answers?(clock: Clock): SharedAnswers;
  /**
   * Adds numbers of requests to those of other processes in a window of time, and returns the sums. Missing if a store
   * cannot count.
   */
  addRequestCounts?: AddPoints;
  /** A text that was saved under a name, and when: milliseconds since 1970. Missing if a store cannot save texts. */
  kept?(name: string): Promise<{readonly text: string; readonly atMs: number} | undefined>;
  /** Saves a text under a name. Replaces the previous one. */
  keep?(name: string, text: string): Promise<void>;
  /** Closes the database, with everything written to its file. */
  close(): Promise<void>;
}

/** How to open a store. */
export interface VideoStoreOptions extends DatabaseOptions {
  /** Time zone of `startTime` and `endTime`. Default: `+08:00`, the vendor's. */
  readonly timeZone?: string | undefined;
}

/** Opens the store, and creates missing tables. */
export async function openVideoStore(options: VideoStoreOptions): Promise<VideoStore> {
  const [{openEngine}, {SqlVideoStore}] = await Promise.all([
    import('./store/open-engine.js'),
    import('./store/sql-video-store.js'),
  ]);
  return new SqlVideoStore(await openEngine(options), options.timeZone);
}
