/** A call in flight, and the number of requests that wait for it. */
interface SharedCall<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/** Combines equal calls in flight. A call is aborted only when all clients that wait for it have disconnected. */
export class SharedCalls<T> {
  readonly #calls = new Map<string, SharedCall<T>>();

  /** Whether a call with this key is in flight. */
  has(key: string): boolean {
    return this.#calls.has(key);
  }

  /**
   * Waits for the call with this key. Starts it unless it is in flight.
   *
   * @param signal - Aborted when this client disconnects; its promise then rejects with the signal's reason.
   */
  join(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const call = this.#calls.get(key) ?? this.#start(key, start);
    call.callers += 1;
    if (!signal) return call.result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#leave(key, call, signal.reason);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave);
      call.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  /** Starts the call unless it is in flight. It is finished even if nothing waits for it. */
  ensure(key: string, start: (signal: AbortSignal) => Promise<T>): void {
    // Prevents an unhandled rejection. Requests that join get the error themselves.
    this.join(key, start).catch(() => {});
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): SharedCall<T> {
    const controller = new AbortController();
    const result = start(controller.signal);
    const call = {result, controller, callers: 0};
    const forget = () => this.#forget(key, call);
    result.then(forget, forget);
    this.#calls.set(key, call);
    return call;
  }

  #leave(key: string, call: SharedCall<T>, reason: unknown): void {
    call.callers -= 1;
    if (call.callers > 0) return;
    // Removed before it ends, so that the next request does not join an aborted call.
    this.#forget(key, call);
    call.controller.abort(reason);
  }

  #forget(key: string, call: SharedCall<T>): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}
