/**
 * What went wrong with a request, in a word that stays the same between versions:
 * - `network` – no answer at all: offline, refused, blocked by CORS or CSP;
 * - `timeout` – no whole answer in time;
 * - `http` – an HTTP status outside 200–299;
 * - `not-json` – an answer that is not JSON, or only a part of it;
 * - `bad-envelope` – JSON, but not the vendor's envelope;
 * - `vendor` – an envelope that reports an error, with whatever HTTP status.
 */
export type VideoListErrorCode =
  'network' | 'timeout' | 'http' | 'not-json' | 'bad-envelope' | 'vendor';

/** What is known about a failure beside its code. */
export interface VideoListErrorDetails {
  /** HTTP status of the answer, if there was one. */
  readonly status?: number | undefined;
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** What the vendor says, on one line, for `vendor`; often in Chinese. */
  readonly vendorMessage?: string | undefined;
  /** Seconds until another try makes sense, where the answer says so (`Retry-After`). */
  readonly retryAfterSeconds?: number | undefined;
  /** What was thrown underneath. */
  readonly cause?: unknown;
}

/** Every way a list can fail to load. `message` is a sentence for the author of the page. */
export class VideoListError extends Error {
  override readonly name = 'VideoListError';
  /** What went wrong. */
  readonly code: VideoListErrorCode;
  /** HTTP status of the answer, if there was one. */
  readonly status?: number | undefined;
  /** The vendor's own `code`, for `vendor`. */
  readonly vendorCode?: number | undefined;
  /** What the vendor says, on one line, for `vendor`; often in Chinese. Not for users. */
  readonly vendorMessage?: string | undefined;
  /** Seconds until another try makes sense, where the answer says so (`Retry-After`). */
  readonly retryAfterSeconds?: number | undefined;

  constructor(
    code: VideoListErrorCode,
    message: string,
    {cause, ...details}: VideoListErrorDetails,
  ) {
    super(message, {cause});
    this.code = code;
    Object.assign(this, details);
  }
}
