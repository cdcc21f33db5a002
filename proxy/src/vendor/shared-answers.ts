/** The right to call the vendor for all processes, for a limited time. */
export interface Lease {
  /**
   * Shares the answer with the other processes and ends the lease. Does nothing if another process has the lease by now.
   *
   * @param receivedAtMs - Time of the answer, by the clock of this process.
   */
  publish(text: string, receivedAtMs: number): Promise<void>;
  /** Ends the lease without an answer. */
  release(): Promise<void>;
}

/** Result of a claim. */
export type Claim =
  /** Another process has received the answer. */
  | {readonly kind: 'answer'; readonly text: string; readonly ageMs: number}
  /** This process must call the vendor. */
  | {readonly kind: 'lease'; readonly lease: Lease}
  /** Another process is calling the vendor. */
  | {readonly kind: 'busy'};

/** Shares answers between processes, and decides which process calls the vendor. */
export interface SharedAnswers {
  /**
   * Finds an answer, or takes the lease if there is none.
   *
   * @param key - Key of the call.
   * @param maxAgeMs - Maximum age of the answer. One from before the last stored change is never returned.
   * @param leaseMs - Duration of the lease.
   */
  claim(key: string, maxAgeMs: number, leaseMs: number): Promise<Claim>;
}
