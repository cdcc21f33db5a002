/**
 * Why a call to the vendor failed. The codes stay the same between versions:
 * - `vendor` – an envelope that reports an error, with whatever HTTP status;
 * - `http` – an HTTP status outside 200–299 and no envelope with a reason;
 * - `not-json` – an answer that is not JSON, only a part of it, too long, or not the envelope;
 * - `timeout` – no whole answer in time;
 * - `network` – no answer: refused, reset, cut off in the middle;
 * - `rate-limited` – not called, or refused, because the limit of the account is reached;
 * - `unavailable` – not called, because the last calls failed: see `CircuitBreaker`;
 * - `no-budget` – not called, because the store that counts the calls cannot be used.
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

/** Details of a failure in addition to its code. */
export interface VendorErrorDetails {
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** HTTP status of the vendor's answer, if there was one. */
  readonly upstreamStatus?: number | undefined;
  /** Seconds until a retry makes sense, if the call was not made or was refused; at least 1. */
  readonly retryAfterSeconds?: number | undefined;
}

/** Errors of the vendor that the client can act on. All others are a bad gateway (502). */
const STATUS_BY_VENDOR_CODE: Readonly<Record<number, number>> = {
  1000: 400, // no such category
  1502: 404, // no such video
  1503: 400, // empty video id
  1504: 400, // bad video id
  1535: 403, // no permission
  24112000: 400, // parameter error
};

/** HTTP statuses of a gateway whose server does not answer. Its body is not an answer of the vendor. */
export const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];

/**
 * Any failure of a call to the vendor, except an abort. The message is for the operator and safe to show: it contains no
 * key and no signature, and of the vendor's answer only its `message`.
 */
export class VendorError extends Error {
  override readonly name = 'VendorError';
  /** What went wrong. */
  readonly code: VendorErrorCode;
  /** HTTP status for the client: 400, 403, 404, 429, 502, 503 or 504. */
  readonly status: number;
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** HTTP status of the vendor's answer, if there was one. */
  readonly upstreamStatus?: number | undefined;
  /** Seconds until a retry makes sense, if the call was not made or was refused; at least 1. */
  readonly retryAfterSeconds?: number | undefined;

  constructor(code: VendorErrorCode, message: string, details: VendorErrorDetails = {}) {
    super(message);
    this.code = code;
    this.status = statusFor(code, details.vendorCode);
    Object.assign(this, details);
  }

  /** Whether no server of the vendor has answered. */
  get isUnanswered(): boolean {
    const {code, upstreamStatus = 0} = this;
    const isGateway = code === 'http' && GATEWAY_STATUSES.includes(upstreamStatus);
    return isGateway || code === 'network' || code === 'timeout';
  }

  /** Whether it is temporary, so that an older answer is better than this error. */
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
