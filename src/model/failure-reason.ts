/** Why the vendor or the proxy refuses a request, in categories that a user can understand. */
export type FailureReason =
  'no-permission' | 'no-such-video' | 'bad-category' | 'bad-filter' | 'too-many-calls' | 'clock';

/** What is known about a failed request. */
export interface Failure {
  /** HTTP status of the answer, if there was one. */
  readonly status?: number | undefined;
  /** `code` of the envelope, if there was one. The codes of the proxy are HTTP statuses. */
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
 * The reason for a failure; undefined if a user would not understand it. For a timestamp that is wrong by more than five
 * minutes, the vendor has documented no code, so it is recognized by its message.
 */
export function failureReason(failure: Failure): FailureReason | undefined {
  const {status, vendorCode, vendorMessage = ''} = failure;
  if (/time ?stamp|时间戳/i.test(vendorMessage)) return 'clock';
  // A status 400 without an envelope may come from any server before the proxy.
  return REASONS.get(vendorCode) ?? (status === 400 ? undefined : REASONS.get(status));
}
