/**
 * Why a request failed. The codes stay the same between versions:
 * - `network` – no response: offline, refused, blocked by CORS or CSP;
 * - `timeout` – the complete response did not arrive in time;
 * - `http` – an HTTP status outside 200–299;
 * - `not-json` – the response is not JSON, or only a part of it;
 * - `bad-envelope` – JSON, but not the vendor's envelope;
 * - `vendor` – an envelope that reports an error, with any HTTP status.
 */
export type VideoListErrorCode =
  'network' | 'timeout' | 'http' | 'not-json' | 'bad-envelope' | 'vendor';

/** What is known about a failed request, in addition to its code. */
export interface VideoListErrorDetails {
  /** HTTP status of the response, if there was one. */
  readonly status?: number | undefined;
  /** The vendor's own code, if `code` is `vendor`. */
  readonly vendorCode?: number | undefined;
  /** The vendor's message, on one line, if `code` is `vendor`; often in Chinese. */
  readonly vendorMessage?: string | undefined;
  /** Seconds after which to try again, if the response contains `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
  /** The original error. */
  readonly cause?: unknown;
}

/** Why a list could not be loaded. `message` is an English sentence for the author of the page. */
export class VideoListError extends Error {
  override readonly name = 'VideoListError';
  /** Why the request failed; stays the same between versions. */
  readonly code: VideoListErrorCode;
  /** HTTP status of the response, if there was one. */
  readonly status?: number | undefined;
  /** The vendor's own code, if `code` is `vendor`. */
  readonly vendorCode?: number | undefined;
  /** The vendor's message, on one line, if `code` is `vendor`; often in Chinese. Do not show it to users. */
  readonly vendorMessage?: string | undefined;
  /** Seconds after which to try again, if the response contains `Retry-After`. */
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
