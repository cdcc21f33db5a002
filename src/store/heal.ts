import type {VideoListError} from '../data/video-list-error.js';
import {pauseAfter} from './back-off.js';
import type {ListStore} from './list-store.js';
import {browserSignals, type Signals} from './signals.js';

/** Attempts after a first answer that was a failure. */
const MAX_ATTEMPTS = 5;

/** Milliseconds until the first of them. */
const FIRST_PAUSE = 2000;

/** Milliseconds that a server may have us wait, at most; what it asks for beyond that is left to the user. */
const MAX_WAIT = 300_000;

/**
 * Asks again where the first answer was a failure that may pass (500 to 599, 429, no answer): with back-off, as
 * `Retry-After` says, a bounded number of times, while the page is visible; at once when it is online again.
 */
export function healFirstAnswer(
  store: ListStore,
  signals: Signals = browserSignals(),
): {disconnect(): void} {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;
  let seen: VideoListError | undefined;

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const attempt = () => {
    stop();
    if (store.state.phase !== 'error') return;
    attempts++;
    void store.retry({isQuiet: true}).then(plan);
  };
  /** Waits for the next attempt, as long as there is a reason to. */
  const plan = () => {
    const {phase, error, isPending} = store.state;
    const wait =
      error && phase === 'error' && !isPending ? waitFor(error, attempts + 1) : undefined;
    if (wait === undefined || attempts >= MAX_ATTEMPTS) return;
    stop();
    dueAt = Date.now() + wait;
    if (signals.isVisible()) timer = setTimeout(attempt, wait);
  };
  const follow = () => {
    const {phase, error, isPending} = store.state;
    if (phase !== 'error' || isPending) stop();
    if (phase !== 'error') attempts = 0;
    if (error === seen) return;
    seen = error;
    plan();
  };
  const comeBack = (event?: {readonly type: string}) => {
    const {phase, error} = store.state;
    if (phase !== 'error' || !error || waitFor(error, 1) === undefined) return;
    const isDue = event?.type === 'online' || (dueAt > 0 && Date.now() >= dueAt);
    if (!signals.isVisible()) stop();
    else if (isDue) attempt();
    else if (!timer && attempts < MAX_ATTEMPTS) timer = setTimeout(attempt, dueAt - Date.now());
  };
  const endings = [store.subscribe(follow), signals.subscribe(comeBack), stop];
  follow();
  return {
    disconnect: () => {
      for (const end of endings) end();
    },
  };
}

/** Milliseconds until an attempt; undefined where there is no point in one. */
function waitFor(error: VideoListError, attempt: number): number | undefined {
  const {code, status = 0, retryAfterSeconds = 0} = error;
  const mayPass = status === 429 || status >= 500 || code === 'network' || code === 'timeout';
  if (!mayPass || status === 501) return undefined;
  const asked = retryAfterSeconds * 1000;
  return asked > MAX_WAIT ? undefined : Math.max(asked, pauseAfter(attempt, FIRST_PAUSE));
}
