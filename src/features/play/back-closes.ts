import {nextFrame} from '../../internal/after-paint.js';

/**
 * Key in the state of the history entry of a dialog. The value is unique and ends with the address of the entry, because a page may
 * copy the state into its other entries.
 */
const KEY = 'video-list-dialog';
const OWN = /^video-list-dialog$/;

/**
 * Keys of Turbo and htmx. These render the page again after each `popstate` whose state has their key, and in Chromium their
 * listeners run before ours. So the entry before that of a dialog has no such key while the dialog is open.
 */
const RENDERING = /^(turbo|htmx)$/;

type State = Readonly<Record<string, unknown>> | null;

/** What to do when an entry has been left. */
interface Leaving {
  /** The state of the entry before it. */
  readonly before: State;
  readonly end: () => void;
}

/** The open dialogs, by the values in their entries. */
const dialogs = new Map<string, Leaving>();

/** Resolves when all entries of closed dialogs have been left. */
let leaving: Promise<void> | undefined;
/** The entry for which `history.back()` has been called, which works asynchronously. */
let left: [entry: string, Leaving] | undefined;

/** Lets the browser's Back button close a dialog, with a history entry that is removed again. */
export class BackCloses {
  readonly #close: () => void;
  #isOpen = false;
  #entry = '';

  constructor(close: () => void) {
    this.#close = close;
  }

  /** Call first. After a reload, or when the user returns to the page, the present entry may be one of a closed dialog. */
  start(): void {
    addEventListener('popstate', arrive, {capture: true});
    leaveClosed();
  }

  async open(): Promise<void> {
    this.#isOpen = true;
    while (leaving) await leaving;
    if (!this.#isOpen || this.#entry) return;
    this.#entry = `${Math.random()} ${location.href}`;
    // Keeps the present state, which may belong to a router.
    const before = stateNow();
    if (isRendered(before)) history.replaceState(without(RENDERING, before), '');
    history.pushState({...before, [KEY]: this.#entry}, '');
    const end = () => {
      this.#forget();
      this.#close();
    };
    dialogs.set(this.#entry, {before, end});
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

const stateNow = () => history.state as State;

const without = (keys: RegExp, state: State) =>
  Object.fromEntries(Object.entries(state ?? {}).filter(([key]) => !keys.test(key)));

const isRendered = (state: State) => Object.keys(state ?? {}).some((key) => RENDERING.test(key));

/** The value in the present entry; empty if it is not an entry of a dialog. */
function presentEntry(): string {
  const entry = String(stateNow()?.[KEY]);
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
  while (closedEntry()) {
    // A router may open another page right after the dialog has been closed.
    await nextFrame();
    const entry = closedEntry();
    if (!entry) break;
    await new Promise<void>((end) => {
      left = [entry, {before: without(OWN, stateNow()), end}];
      history.back();
    });
  }
  leaving = undefined;
}

/** Called when the user or a script has gone to another entry, or to another fragment. */
function arrive(event: PopStateEvent) {
  const present = presentEntry();
  const gone = [...dialogs].filter(([entry]) => entry !== present && !isFragmentOf(entry));
  if (left) gone.push(left);
  left = undefined;
  for (const [entry, {before, end}] of gone) {
    if (isHere(entry)) {
      // A router would render the page again.
      event.stopImmediatePropagation();
      if (isRendered(before)) history.replaceState({...before, ...stateNow()}, '');
    }
    end();
  }
  leaveClosed();
}

const addressOf = (entry: string) => entry.slice(entry.indexOf(' ') + 1);

const isHere = (entry: string) => addressOf(entry) === location.href;

/** Whether the page has gone from an entry to a fragment, which does not close the dialog. */
function isFragmentOf(entry: string) {
  const [bare] = addressOf(entry).split('#');
  return !stateNow() && !isHere(entry) && location.href.split('#')[0] === bare;
}
