/** Lets the browser's Back button close something that is open, with a history entry that is removed again. */
export class BackCloses {
  readonly #close: () => void;
  #isOpen = false;
  /** Whether `history.back()` has been called, which works asynchronously. */
  #isLeaving = false;

  constructor(close: () => void) {
    this.#close = close;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    if (!this.#isLeaving) this.#enter();
  }

  /**
   * Call when it has been closed, by Back or otherwise. Leaves the entry.
   *
   * @returns A promise that resolves when the browser has restored the scroll position of the previous entry.
   */
  async close(): Promise<void> {
    if (this.#isOpen && !this.#isLeaving) {
      this.#isLeaving = true;
      history.back();
    }
    this.#isOpen = false;
    if (this.#isLeaving) {
      await new Promise((resolve) => addEventListener('popstate', resolve, {once: true}));
    }
    await new Promise(requestAnimationFrame);
  }

  #enter() {
    // Keeps the present state, which may belong to a router.
    history.pushState(history.state, '');
    addEventListener('popstate', this.#left, {once: true});
  }

  #left = () => {
    const wasTold = this.#isLeaving;
    this.#isLeaving = false;
    if (!this.#isOpen) return;
    // It has been opened again before the entry was left.
    if (wasTold) this.#enter();
    else {
      this.#isOpen = false;
      this.#close();
    }
  };
}
