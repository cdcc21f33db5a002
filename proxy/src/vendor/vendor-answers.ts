import type {JsonObject} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import type {CallLedger} from './call-ledger.js';
import type {CallRule, CallShare} from './call-rule.js';
import type {Clock} from './clock.js';
import type {SharedAnswers} from './shared-answers.js';
import {ShieldedVendor} from './shielded-vendor.js';
import type {SigningScheme} from './sign-request.js';
import type {VendorOperation} from './vendor-call.js';

export type {VendorOperation};

/** An answer of the vendor that reports success. */
export interface VendorAnswer {
  /**
   * The envelope as parsed, `code` 200, otherwise not looked at. The same object for as long as it is
   * the same answer: what is made of it (its text, its ETag) can be kept in a WeakMap.
   */
  readonly envelope: JsonObject;
  /** When the vendor gave it: milliseconds since 1970. */
  readonly receivedAtMs: number;
  /** Until when it counts as fresh; in the past for a stale answer. */
  readonly freshUntilMs: number;
  /** Whether it is an older copy: a refresh is running, has failed, or has to wait for the limit. */
  readonly isStale: boolean;
  /** How many seconds old it is, where it is an older copy. */
  readonly ageSeconds?: number | undefined;
  /**
   * How it was come by, as parameters of the header `Cache-Status` (RFC 9211): `hit` from memory, `fwd` when the vendor was
   * asked; `ttl`, the seconds for which it is fresh; `detail`, why an older copy is given.
   */
  readonly cacheStatus?: string | undefined;
}

/** How the vendor's answers were come by, counted since the start. */
export interface VendorStatus {
  /** Answers from memory that were fresh. */
  readonly fresh: number;
  /** Answers from memory that were older. */
  readonly stale: number;
  /** Requests that had to wait for the vendor, whether it answered or not. */
  readonly misses: number;
  /** Calls that were made, retries included. */
  readonly calls: number;
  /** Calls that failed after all retries. */
  readonly failures: number;
  /** Answers that another process had got. */
  readonly shared?: number | undefined;
  /** Calls in five minutes, at most; and how many of them are left. Undefined where that is not known. */
  readonly budgetLimit?: number | undefined;
  readonly budgetLeft?: number | undefined;
  /** How many calls are left for each purpose: lists, play addresses, refreshes, reconciling. */
  readonly budgetLeftFor?: Readonly<Record<CallShare, number>> | undefined;
  /** What the vendor is not asked for at present, because it does not answer. */
  readonly openBreakers?: readonly VendorOperation[] | undefined;
}

/** The vendor, shielded: few calls upstream, whatever the number of callers. */
export interface VendorAnswers {
  /**
   * The answer for a call: shared with equal calls in flight, from the cache while fresh, stale while
   * one refresh runs, stale if the vendor fails for a reason that may pass.
   *
   * @param parameters - Not to be changed afterwards: the same object is taken for the same call.
   * @param caller - When it has gone, the promise rejects with its signal's reason. The call upstream
   *   ends when all its callers have gone.
   * @throws {VendorError} whatever goes wrong, except an abort.
   */
  get(operation: VendorOperation, parameters: JsonObject, caller?: Caller): Promise<VendorAnswer>;
  /**
   * Asks the vendor, whatever is in memory, with the few calls that are kept for what nobody waits for.
   *
   * @throws {VendorError} whatever goes wrong, except an abort.
   */
  ask?(
    operation: VendorOperation,
    parameters: JsonObject,
    signal: AbortSignal,
  ): Promise<VendorAnswer>;
  /**
   * Forgets freshness (not the copies) of every `getVideoList` answer: the next `get` waits for the
   * vendor, and falls back to the old copy only if that fails.
   */
  invalidate(): void;
  /** What it has done so far. */
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
  /** Time for which an answer is used without asking again, in milliseconds. Default: 30,000. */
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
   * Where processes find the answers that another one has got, so that only one of them asks: `store.answers`. Default:
   * the store of the proxy; without one, each process asks for itself.
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

/** Makes the one shield that every request of a process goes through. */
export function createVendorAnswers(options: VendorOptions): VendorAnswers {
  return new ShieldedVendor(options);
}
