import type {AddPoints} from './limits/shared-counter.js';
import type {PlaceInList} from './list-source.js';
import type {ListQuery, Sort} from './list-query.js';
import type {FilterQuery} from './store/list-filter.js';
import type {StoredPage} from './store/list-reader.js';
import type {DatabaseOptions} from './store/open-engine.js';
import type {CallLedger} from './vendor/call-ledger.js';
import type {CallRule} from './vendor/call-rule.js';
import type {Clock} from './vendor/clock.js';
import type {SharedAnswers} from './vendor/shared-answers.js';
import type {VideoRecord} from './video-record.js';

export type {StoredPage};

/** A record as it was kept, and the number of that change. */
export interface StoredChange {
  /** Greater than that of every earlier change of any video. */
  readonly sequence: number;
  readonly record: VideoRecord;
}

/**
 * Keeps the videos that upload callbacks told of. Any number of processes may share one database. Every
 * call rejects with a `StoreError` when the database cannot be used, within its time limit.
 */
export interface VideoStore {
  /**
   * Keeps records by `videoId`; the newer `updateTime` wins, so repeated and late deliveries do no
   * harm. Each record must have passed `recordFault`.
   *
   * @returns what really changed, once it is durably stored.
   */
  upsert(records: readonly VideoRecord[]): Promise<StoredChange[]>;
  /**
   * Brings videos up to date with records that were read from a list (`callbackRecord`): what such a record
   * does not say stays, and one that says nothing new changes nothing.
   */
  merge?(records: readonly VideoRecord[]): Promise<StoredChange[]>;
  /** One page by the vendor's filters and order. The same object means the same answer to the same query. */
  list(query: ListQuery): Promise<StoredPage>;
  /** What `list` can sort by beside the time of creation: values of `sortBy`. Default: nothing. */
  readonly sorts?: readonly Sort[] | undefined;
  /** Where in a list a video is, whatever the page; undefined when it is not in the list. Missing where a store cannot tell. */
  placeOf?(query: ListQuery, videoId: string): Promise<PlaceInList | undefined>;
  /** Later changes, oldest first; of a video that changed again only the last one. */
  changesSince(sequence: number, limit: number): Promise<StoredChange[]>;
  /** Number of the last change; 0 when there is none. */
  lastSequence(): Promise<number>;
  /**
   * Names of the categories in use, in alphabetical order.
   *
   * @param filter - Only those of videos that a list with this filter would have.
   */
  categories(filter?: FilterQuery): Promise<string[]>;
  /**
   * Calls back soon after another process has stored something, as a rule: who must not miss a change
   * looks at `lastSequence` from time to time. Missing where nobody tells.
   *
   * @returns what ends it.
   */
  watch?(onChange: () => void): () => void;
  /**
   * Counts calls to the vendor, of all processes that share the store: see `VendorOptions.ledger`. Missing
   * where a store does not.
   */
  ledger?(rule: CallRule, clock: Clock, log?: (line: string) => void): CallLedger;
  /**
   * Shares answers of the vendor among the processes of the store: see `VendorOptions.answers`. Missing where a store does not.
   */
  answers?(clock: Clock): SharedAnswers;
  /**
   * Adds requests of clients to those that other processes have counted in a window of time; returns the sums. Missing
   * where a store does not count.
   */
  addRequestCounts?: AddPoints;
  /** A text that was kept under a name, and when: milliseconds since 1970. Missing where a store keeps none. */
  kept?(name: string): Promise<{readonly text: string; readonly atMs: number} | undefined>;
  /** Keeps a text under a name, in place of the one before. */
  keep?(name: string, text: string): Promise<void>;
  /** Lets go of the database, with everything in its file. */
  close(): Promise<void>;
}

/** How to open a store. */
export interface VideoStoreOptions extends DatabaseOptions {
  /** Time zone in which `startTime` and `endTime` are meant. Default: `+08:00`, the vendor's. */
  readonly timeZone?: string | undefined;
}

/** Opens the store, and sets its tables up where they are missing. */
export async function openVideoStore(options: VideoStoreOptions): Promise<VideoStore> {
  const [{openEngine}, {SqlVideoStore}] = await Promise.all([
    import('./store/open-engine.js'),
    import('./store/sql-video-store.js'),
  ]);
  return new SqlVideoStore(await openEngine(options), options.timeZone);
}
