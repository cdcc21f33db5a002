/** Why a store cannot be used at present. */
export type StoreErrorCode =
  | 'unavailable' // cannot be reached, or is shutting down
  | 'timeout' // does not answer in time
  | 'full' // the disk is full
  | 'read-only' // is read-only
  | 'lost' // its file was deleted or replaced while it was open
  | 'not-replicated'; // written, but not confirmed by the required replica

/** `Retry-After` in seconds. A full disk or a lost file needs a person. */
const RETRY_AFTER_SECONDS: Readonly<Record<StoreErrorCode, number>> = {
  unavailable: 2,
  timeout: 2,
  full: 30,
  'read-only': 30,
  lost: 30,
  'not-replicated': 2,
};

/** The store cannot be used at present. The same call may succeed later. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** Seconds until a retry makes sense; at least 1. */
  readonly retryAfterSeconds: number;

  /** @param message - For the operator: no passwords, no records. */
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = RETRY_AFTER_SECONDS[code];
  }
}
