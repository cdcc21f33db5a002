/**
 * What went wrong with a call to the vendor, in a word that stays the same between versions:
 * - `vendor` – an envelope that reports an error, with whatever HTTP status;
 * - `http` – an HTTP status outside 200–299 and no envelope with a reason;
 * - `not-json` – an answer that is not JSON, only a part of it, too long, or not the envelope;
 * - `timeout` – no whole answer in time;
 * - `network` – no answer: refused, reset, cut off in the middle;
 * - `rate-limited` – not asked, or turned away, because the account's calls are used up;
 * - `unavailable` – not asked, because the last calls failed: see `CircuitBreaker`;
 * - `no-budget` – not asked, because the store that counts the calls cannot be used.
 */
export type VendorErrorCode =
  | 'vendor'
  | 'http'
  | 'not-json'
  | 'timeout'
  | 'network'
  | 'rate-limited'
  | 'unavailable'
  | 'no-budget';

/** What is known about a failure beside its code. */
export interface VendorErrorDetails {
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** HTTP status of the vendor's answer, if there was one. */
  readonly upstreamStatus?: number | undefined;
  /** Seconds until another try makes sense, where it was not asked or turned away; at least 1. */
  readonly retryAfterSeconds?: number | undefined;
}

/** Errors of the vendor that our caller can do something about; every other is a bad gateway (502). */
const STATUS_BY_VENDOR_CODE: Readonly<Record<number, number>> = {
  1000: 400, // no such category
  1502: 404, // no such video
  1503: 400, // empty video id
  1504: 400, // bad video id
  1535: 403, // no permission
  24112000: 400, // parameter error
};

/**
 * Every way a call to the vendor can fail, except an abort. The message is a sentence for the
 * operator; it may be shown to anyone: no key, no signature, and of the vendor's answer only its
 * `message`.
 */
export class VendorError extends Error {
  override readonly name = 'VendorError';
  /** What went wrong. */
  readonly code: VendorErrorCode;
  /** The HTTP status that tells our own caller: 400, 403, 404, 429, 502, 503 or 504. */
  readonly status: number;
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** HTTP status of the vendor's answer, if there was one. */
  readonly upstreamStatus?: number | undefined;
  /** Seconds until another try makes sense, where it was not asked or turned away; at least 1. */
  readonly retryAfterSeconds?: number | undefined;

  constructor(code: VendorErrorCode, message: string, details: VendorErrorDetails = {}) {
    super(message);
    this.code = code;
    this.status = statusFor(code, details.vendorCode);
    Object.assign(this, details);
  }

  /** Whether it may be over soon, so that an older answer is better than this error. */
  get isTemporary(): boolean {
    return this.status >= 500 || this.status === 429;
  }
}

function statusFor(code: VendorErrorCode, vendorCode = 0): number {
  if (code === 'timeout') return 504;
  if (code === 'rate-limited') return 429;
  if (code === 'no-budget' || code === 'unavailable') return 503;
  return STATUS_BY_VENDOR_CODE[vendorCode] ?? 502;
}
