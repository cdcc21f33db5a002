/** What a store's parts know of the page around them. */
export interface Signals {
  /** Whether the user can see the page. */
  isVisible(): boolean;
  /** Has a function called when the page is shown or hidden, or is online again (`online`). Returns what ends that. */
  subscribe(listener: (event?: {readonly type: string}) => void): () => void;
}

/** The signals of the document; of a page that is always visible where there is none. */
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
