/** Details of an error response. */
export interface ProxyErrorDetails {
  /** `code` in the envelope. Default: the status. */
  readonly code?: number | undefined;
  /** `data` in the envelope. Default: null. */
  readonly data?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An error response. Its message is for the client. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** HTTP status of the answer. */
  readonly status: number;
  readonly details: ProxyErrorDetails;

  constructor(status: number, message: string, details: ProxyErrorDetails = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** The error for an address that does not exist. */
export function nothingHere(): ProxyError {
  return new ProxyError(404, 'There is nothing here.');
}
