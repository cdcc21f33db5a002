/** What is wrong with a store that cannot be used right now. */
export type StoreErrorCode =
  | 'unavailable' // it cannot be reached, or goes down
  | 'timeout' // it does not answer in time
  | 'full' // there is no room left
  | 'read-only' // it takes no writes
  | 'lost' // its file was deleted or replaced while it was open
  | 'not-replicated'; // written, but not confirmed by the replica that has to have it

/** Seconds after which another try makes sense. A full disk or a lost file waits for a person. */
const RETRY_AFTER_SECONDS: Readonly<Record<StoreErrorCode, number>> = {
  unavailable: 2,
  timeout: 2,
  full: 30,
  'read-only': 30,
  lost: 30,
  'not-replicated': 2,
};

/** The store cannot do what it was asked for; the same call may succeed later. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** Seconds until another try makes sense; at least 1. */
  readonly retryAfterSeconds: number;

  /** @param message - A sentence for the operator: no password, no record. */
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = RETRY_AFTER_SECONDS[code];
  }
}
