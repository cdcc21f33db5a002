/** Why the vendor, or the proxy, refuses a request, as far as a user is concerned. */
export type FailureReason =
  'no-permission' | 'no-such-video' | 'bad-category' | 'bad-filter' | 'too-many-calls' | 'clock';

/** What is known about a failed request. */
export interface Failure {
  /** HTTP status of the answer, if there was one. */
  readonly status?: number | undefined;
  /** `code` of the envelope, if it was one. The proxy's own codes are HTTP statuses. */
  readonly vendorCode?: number | undefined;
  /** `message` of the envelope. */
  readonly vendorMessage?: string | undefined;
}

/** By the vendor's codes (getVideoList, getPublishCode), and by HTTP statuses. */
const REASONS: ReadonlyMap<number | undefined, FailureReason> = new Map([
  [1535, 'no-permission'],
  [401, 'no-permission'],
  [403, 'no-permission'],
  [1502, 'no-such-video'],
  [1503, 'no-such-video'],
  [1504, 'no-such-video'],
  [1000, 'bad-category'],
  [24112000, 'bad-filter'],
  [400, 'bad-filter'],
  [429, 'too-many-calls'],
]);

/**
 * The reason for a failure; undefined where it is none that a user would understand. The vendor has no documented code for
 * a request whose time is more than five minutes off: only its message tells.
 */
export function failureReason(failure: Failure): FailureReason | undefined {
  const {status, vendorCode, vendorMessage = ''} = failure;
  if (/time ?stamp|时间戳/i.test(vendorMessage)) return 'clock';
  // A bare status 400 may come from anything on the way.
  return REASONS.get(vendorCode) ?? (status === 400 ? undefined : REASONS.get(status));
}
