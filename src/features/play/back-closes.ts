import {nextFrame} from '../../internal/after-paint.js';

/**
 * Key in the state of the history entry of a dialog. The value is unique and ends with the address of the entry, because a page may
 * copy the state into its other entries.
 */
const KEY = 'video-list-dialog';

/** What closes the open dialogs, by the values in their entries. */
const dialogs = new Map<string, () => void>();

/** Resolves when an entry has been left with `history.back()`, which works asynchronously. */
let leaving: Promise<void> | undefined;
/** The entry that is being left, and what to call then. */
let left: {readonly entry: string; readonly done: () => void} | undefined;

/** Lets the browser's Back button close a dialog, with a history entry that is removed again. */
export class BackCloses {
  readonly #close: () => void;
  #isOpen = false;
  #entry = '';

  constructor(close: () => void) {
    this.#close = close;
  }

  /** Call before anything else. After a reload or another page of the application, the present entry may be one of a closed dialog. */
  start(): void {
    // Before the listeners of routers.
    addEventListener('popstate', arrive, {capture: true});
    leaveClosed();
  }

  async open(): Promise<void> {
    this.#isOpen = true;
    while (leaving) await leaving;
    if (!this.#isOpen || this.#entry) return;
    this.#entry = `${Math.random()} ${location.href}`;
    // Keeps the present state, which may belong to a router.
    history.pushState({...(history.state as object | null), [KEY]: this.#entry}, '');
    dialogs.set(this.#entry, () => {
      this.#forget();
      this.#close();
    });
  }

  /**
   * Call when it has been closed, by Back or otherwise. Leaves the entry.
   *
   * @returns A promise that resolves when the browser has restored the scroll position of the previous entry.
   */
  async close(): Promise<void> {
    this.#forget();
    leaveClosed();
    await leaving;
    await nextFrame();
  }

  #forget() {
    dialogs.delete(this.#entry);
    this.#entry = '';
    this.#isOpen = false;
  }
}

/** The value in the present entry; empty if it is not an entry of a dialog. */
function presentEntry(): string {
  const entry = String((history.state as Record<string, unknown> | null)?.[KEY]);
  return entry.endsWith(` ${location.href}`) ? entry : '';
}

/** The present entry, if it is one of a closed dialog. */
function closedEntry(): string {
  const entry = presentEntry();
  return dialogs.has(entry) ? '' : entry;
}

/** Goes back if the present entry is one of a closed dialog. */
function leaveClosed() {
  if (closedEntry()) leaving ??= leave();
}

async function leave() {
  // A router may open another page right after the dialog has been closed.
  await new Promise((resolve) => setTimeout(resolve));
  for (let entry = closedEntry(); entry; entry = closedEntry()) {
    await new Promise<void>((done) => {
      left = {entry, done};
      history.back();
    });
  }
  leaving = undefined;
}

/** Called when the user or a script has gone to another entry, or to another fragment. */
function arrive(event: PopStateEvent) {
  const present = presentEntry();
  const gone = [...dialogs].filter(([entry]) => entry !== present && !isFragmentOf(entry));
  // A router would render the page again.
  if ([left?.entry, ...gone.map(([entry]) => entry)].some(isHere)) event.stopImmediatePropagation();
  left?.done();
  left = undefined;
  for (const [, close] of gone) close();
  leaveClosed();
}

const addressOf = (entry: string) => entry.slice(entry.indexOf(' ') + 1);

const isHere = (entry?: string) => !!entry && addressOf(entry) === location.href;

/** Whether the page has gone from an entry to a fragment, which does not close the dialog. */
function isFragmentOf(entry: string) {
  const [bare] = addressOf(entry).split('#');
  return history.state === null && !isHere(entry) && location.href.split('#')[0] === bare;
}
