/** Returns the address of the client, which a `Request` does not contain; undefined if it is not known. */
export type CallerAddress = (request: Request, env: unknown) => string | undefined;

/** The client of a request, which may disconnect before it is answered. A `Request` has this interface. */
export interface Caller {
  /**
   * Aborted when the client disconnects. Read it only before waiting for something: Node's server creates the signal when
   * it is read, which takes longer than an answer from memory.
   */
  readonly signal: AbortSignal;
  /** Key under which the requests of the client are counted, usually its address; undefined if it is not known. */
  readonly client?: string | undefined;
}
