/** A call in flight, and how many are waiting for it. */
interface SharedCall<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/** Calls in flight: equal ones are one, and one ends early only when all who wait for it have gone. */
export class SharedCalls<T> {
  readonly #calls = new Map<string, SharedCall<T>>();

  /** Whether such a call is in flight. */
  has(key: string): boolean {
    return this.#calls.has(key);
  }

  /**
   * Waits for the call of that key, started now unless it is in flight.
   *
   * @param signal - This caller has gone; its promise then rejects with the signal's reason.
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

  /** Starts the call unless it is in flight, and sees it through though nobody waits for it. */
  ensure(key: string, start: (signal: AbortSignal) => Promise<T>): void {
    // Whoever joins hears of a failure; with nobody there it is nobody's business.
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
    // Before it has ended, so that who comes next does not join a call that is on its way out.
    this.#forget(key, call);
    call.controller.abort(reason);
  }

  #forget(key: string, call: SharedCall<T>): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}
