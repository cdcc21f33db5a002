/** Who asks, and may leave before there is an answer. A `Request` is one. */
export interface Caller {
  /**
   * Aborted when the caller has gone. To be read only when there is something to wait for: a server on
   * Node makes it when it is read, which takes longer than to answer from memory.
   */
  readonly signal: AbortSignal;
  /** What the client is counted by, mostly its address; undefined when that is not known. */
  readonly client?: string | undefined;
}
