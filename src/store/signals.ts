/** What the store needs to know about the page. */
export interface Signals {
  /** Whether the user can see the page. */
  isVisible(): boolean;
  /** Calls a function when the page is shown or hidden, or online again (`online`). Returns a function that ends this. */
  subscribe(listener: (event?: {readonly type: string}) => void): () => void;
}

/** Signals of the document. Without a document, the page counts as visible. */
export function browserSignals(): Signals {
  return {
    isVisible: () => !globalThis.document?.hidden,
    subscribe(listener) {
      const targets = [
        ['visibilitychange', globalThis.document],
        ['online', globalThis.window],
      ] as const;
      for (const [name, target] of targets) target?.addEventListener(name, listener);
      return () => {
        for (const [name, target] of targets) target?.removeEventListener(name, listener);
      };
    },
  };
}
