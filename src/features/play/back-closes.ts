/** Has the browser's Back close something that is open, by an entry in its history that is left again. */
export class BackCloses {
  readonly #close: () => void;
  #isOpen = false;
  /** Whether the entry is about to be left: the browser does that some time after it was told to. */
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
   * Closed, by Back or in another way: leaves the entry.
   *
   * @returns Resolves when the browser has scrolled to where the user was on the entry below, which it does by itself.
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
    // With the state that is there: routers find their own in it.
    history.pushState(history.state, '');
    addEventListener('popstate', this.#left, {once: true});
  }

  #left = () => {
    const wasTold = this.#isLeaving;
    this.#isLeaving = false;
    if (!this.#isOpen) return;
    // Opened again, before the entry was left.
    if (wasTold) this.#enter();
    else {
      this.#isOpen = false;
      this.#close();
    }
  };
}
