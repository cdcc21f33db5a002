import {
  MAX_LIST_LENGTH,
  MAX_PAGE_SIZE,
  readEnvelope,
  readVideoListData,
} from '../../src/wire/envelope.js';
import type {Log} from './error-answers.js';
import {systemClock, type Clock} from './util/clock.js';
import {callbackRecord} from './vendor/callback-record.js';
import type {VendorAnswers} from './vendor/vendor-answers.js';
import {VendorError} from './vendor/vendor-error.js';
import {recordFault, type VideoRecord} from './video-record.js';
import type {VideoStore} from './video-store.js';

/** Options of `reconcile`. */
export interface ReconcileOptions {
  readonly vendor: VendorAnswers;
  readonly store: VideoStore;
  /** Ends it; the promise then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  readonly log?: Log | undefined;
  /** Default: the platform's time. */
  readonly clock?: Clock | undefined;
}

/** The result of `reconcile`. */
export interface Reconciled {
  /** Number of videos on the vendor's list. */
  readonly videos: number;
  /** Number of videos that were missing or outdated in the store. */
  readonly changed: number;
}

/** Seconds to wait after a temporary failure of the vendor, and the number of retries. */
const RETRY_SECONDS = 30;
const MAX_FAILURES = 10;

/**
 * Reads the vendor's whole list and updates the store with what callbacks have missed. Oldest first, so that new videos do
 * not move the pages. Videos that are missing in the list stay in the store: records that move between two requests look
 * the same.
 *
 * It uses a tenth of the calls and waits for them: 100,000 videos take about six hours.
 *
 * @throws {VendorError} when the vendor keeps failing; {StoreError} when the store does.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciled> {
  const {store, log = () => {}} = options;
  if (!store.merge) throw new TypeError('This store has no "merge", which reconcile needs.');
  let [videos, changed] = [0, 0];
  for (let pageIndex = 1; pageIndex * MAX_PAGE_SIZE <= MAX_LIST_LENGTH; pageIndex++) {
    const page = await readPage(options, pageIndex);
    const records = page.filter((record) => recordFault(record) === undefined) as VideoRecord[];
    if (records.length < page.length)
      log(`reconcile: ${page.length - records.length} records could not be read`);
    changed += (await store.merge(records.map(callbackRecord))).length;
    videos += page.length;
    if (page.length < MAX_PAGE_SIZE) break;
  }
  return {videos, changed};
}

async function readPage(
  {vendor, signal = new AbortController().signal, clock = systemClock, log}: ReconcileOptions,
  pageIndex: number,
): Promise<readonly unknown[]> {
  if (!vendor.ask) throw new TypeError('This vendor has no "ask", which reconcile needs.');
  const parameters = {pageIndex, pageSize: MAX_PAGE_SIZE, listOrder: 1};
  for (let failures = 0; ;) {
    try {
      const {envelope} = await vendor.ask('getVideoList', parameters, signal);
      return listIn(envelope);
    } catch (error) {
      const waitSeconds = secondsToWait(error);
      const isOwnLimit = error instanceof VendorError && error.code === 'rate-limited';
      if (waitSeconds === undefined || (!isOwnLimit && ++failures > MAX_FAILURES)) throw error;
      if (!isOwnLimit) log?.(`reconcile: page ${pageIndex} is requested again: ${String(error)}`);
      await clock.sleep(waitSeconds * 1000, signal);
    }
  }
}

/** @throws {VendorError} if it is not a list. It must not be mistaken for the end of the list. */
function listIn(envelope: object): readonly unknown[] {
  const list = readVideoListData(readEnvelope(envelope)?.data);
  if (!list) throw new VendorError('not-json', 'The vendor reports success without a list.');
  return list.records;
}

/** Undefined for a permanent error. */
function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof VendorError) || !error.isTemporary) return undefined;
  return error.retryAfterSeconds ?? RETRY_SECONDS;
}
