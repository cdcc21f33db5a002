import type {JsonObject} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import type {CallLedger} from './call-ledger.js';
import type {CallRule, CallShare} from './call-rule.js';
import type {Clock} from '../util/clock.js';
import type {SharedAnswers} from './shared-answers.js';
import {ShieldedVendor} from './shielded-vendor.js';
import type {SigningScheme} from './sign-request.js';
import type {VendorOperation} from './vendor-call.js';

export type {VendorOperation};

/** An answer of the vendor that reports success. */
export interface VendorAnswer {
  /**
   * The parsed envelope, with `code` 200 and otherwise unchecked. The same object for as long as the answer is the same, so
   * results such as its ETag can be cached in a WeakMap.
   */
  readonly envelope: JsonObject;
  /** Time of the answer in milliseconds since 1970. */
  readonly receivedAtMs: number;
  /** Until when it counts as fresh; in the past for a stale answer. */
  readonly freshUntilMs: number;
  /** Whether it is an older copy: a refresh is running, has failed, or has to wait for the limit. */
  readonly isStale: boolean;
  /** Age in seconds, if it is an older copy. */
  readonly ageSeconds?: number | undefined;
  /**
   * Where it comes from, as parameters of the header `Cache-Status` (RFC 9211): `hit` for the cache, `fwd` for a call to
   * the vendor; `ttl`, the seconds for which it is fresh; `detail`, the reason for an older copy.
   */
  readonly cacheStatus?: string | undefined;
}

/** Counters of the vendor's answers since the start. */
export interface VendorStatus {
  /** Fresh answers from the cache. */
  readonly fresh: number;
  /** Older answers from the cache. */
  readonly stale: number;
  /** Requests that had to wait for the vendor. */
  readonly misses: number;
  /** Calls that were made, retries included. */
  readonly calls: number;
  /** Calls that failed after all retries. */
  readonly failures: number;
  /** Answers that another process had requested. */
  readonly shared?: number | undefined;
  /** Maximum number of calls in five minutes, and how many are left. Undefined if not known. */
  readonly budgetLimit?: number | undefined;
  readonly budgetLeft?: number | undefined;
  /** How many calls are left for each purpose: lists, play addresses, refreshes, reconciling. */
  readonly budgetLeftFor?: Readonly<Record<CallShare, number>> | undefined;
  /** Operations that are not called at present, because the vendor does not answer. */
  readonly openBreakers?: readonly VendorOperation[] | undefined;
}

/** Answers of the vendor, with few calls for any number of clients. */
export interface VendorAnswers {
  /**
   * Returns the answer to a call: from the cache while it is fresh; an older copy while one call renews it, or if the
   * vendor fails temporarily. Equal calls in flight are combined.
   *
   * @param parameters - Must not be changed afterwards: the same object counts as the same call.
   * @param caller - When it disconnects, the promise rejects with the reason of its signal. The call to the vendor is
   *   aborted when all its clients have disconnected.
   * @throws {VendorError} whatever goes wrong, except an abort.
   */
  get(operation: VendorOperation, parameters: JsonObject, caller?: Caller): Promise<VendorAnswer>;
  /**
   * Calls the vendor regardless of the cache, with the calls that are reserved for reconciling.
   *
   * @throws {VendorError} whatever goes wrong, except an abort.
   */
  ask?(
    operation: VendorOperation,
    parameters: JsonObject,
    signal: AbortSignal,
  ): Promise<VendorAnswer>;
  /**
   * Marks all answers of `getVideoList` as outdated. The next `get` waits for the vendor, and returns the old copy only if
   * that fails.
   */
  invalidate(): void;
  /** Counters since the start. */
  status?(): VendorStatus;
}

/** The account at the vendor, time limits, and the cache. */
export interface VendorOptions {
  /** Access key of the account. */
  readonly accessKey: string;
  /** Secret key of the account. */
  readonly secretKey: string;
  /** Origin of the vendor's API. Default: `https://api.cdnetworks.com`. */
  readonly endpoint?: string | undefined;
  /** How calls are signed. Default: `WS3` for the older host api.cloudv.haplat.net, otherwise `CNC`. */
  readonly scheme?: SigningScheme | undefined;
  /** Time limit of one attempt in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Time limit of a call with all its attempts and pauses, in milliseconds. Default: 20,000. */
  readonly deadlineMs?: number | undefined;
  /** Time for which an answer is used without another call, in milliseconds. Default: 30,000. */
  readonly freshMs?: number | undefined;
  /** Time after that in which an answer is used at once while one call renews it, in milliseconds. Default: 5 minutes. */
  readonly staleMs?: number | undefined;
  /** Time after `freshMs` in which an answer is used when the vendor fails, in milliseconds. Default: a day. */
  readonly staleIfErrorMs?: number | undefined;
  /** Maximum size of the answers in memory, in bytes. Default: 64 MiB. */
  readonly maxCacheBytes?: number | undefined;
  /** Maximum number of answers in memory. Default: 10,000. */
  readonly maxCacheEntries?: number | undefined;
  /**
   * Calls in any five minutes, retries included. Default: 300, the vendor's limit for the account.
   * Processes that share an account divide it among them, unless they have one ledger.
   */
  readonly callsPerFiveMinutes?: number | undefined;
  /**
   * Where calls are counted: `store.ledger` counts those of all processes that share the store, restarts
   * included. Default: the store of the proxy; without one, in this process alone.
   */
  readonly ledger?:
    ((rule: CallRule, clock: Clock, log: (line: string) => void) => CallLedger) | undefined;
  /**
   * Where processes find the answers that another one has received, so that only one of them calls the vendor: `store.answers`. Default:
   * the store of the proxy; without one, each process calls for itself.
   */
  readonly answers?: ((clock: Clock) => SharedAnswers) | undefined;
  /** Time for which a request waits for a call before it is refused, in milliseconds. Default: 5,000. */
  readonly maxWaitMs?: number | undefined;
  /** Used instead of `fetch`. Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The time in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Waits; rejects with the signal's reason when aborted. Default: `setTimeout`. */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Receives a line for the operator about failed calls and retries; never a secret. Default: none. */
  readonly log?: ((line: string) => void) | undefined;
}

/** Creates the cache and the budget that all requests of a process share. */
export function createVendorAnswers(options: VendorOptions): VendorAnswers {
  return new ShieldedVendor(options);
}
