/** A right to ask the vendor for an answer, for a while, on behalf of all processes. */
export interface Lease {
  /**
   * Hands the answer to the other processes, and gives the right back. Does nothing when another process has it by now.
   *
   * @param receivedAtMs - When it came, by the clock of this process.
   */
  publish(text: string, receivedAtMs: number): Promise<void>;
  /** Gives the right back without an answer. */
  release(): Promise<void>;
}

/** What a process is told that needs an answer. */
export type Claim =
  /** Another process has got it. */
  | {readonly kind: 'answer'; readonly text: string; readonly ageMs: number}
  /** This process is to ask. */
  | {readonly kind: 'lease'; readonly lease: Lease}
  /** Another process is asking. */
  | {readonly kind: 'busy'};

/** Where processes leave answers of the vendor for each other, and see which of them is to ask. */
export interface SharedAnswers {
  /**
   * Looks for an answer, and takes the right to ask if there is none.
   *
   * @param key - What the answer is to.
   * @param maxAgeMs - How old the answer may be. One from before the last stored change is never given.
   * @param leaseMs - Until when others wait for this process.
   */
  claim(key: string, maxAgeMs: number, leaseMs: number): Promise<Claim>;
}
