import type {VideoListError} from '../data/video-list-error.js';
import {pauseAfter} from './back-off.js';
import type {ListStore} from './list-store.js';
import {browserSignals, type Signals} from './signals.js';

/** Maximum number of attempts after a failed first request. */
const MAX_ATTEMPTS = 5;

/** Pause before the first attempt in milliseconds. */
const FIRST_PAUSE = 2000;

/** Maximum `Retry-After` in milliseconds. After a longer one, only the user retries. */
const MAX_WAIT = 300_000;

/**
 * Repeats a first request that failed temporarily (500 to 599, 429, no response): with increasing pauses or after
 * `Retry-After`, a limited number of times, while the page is visible; at once when the browser is online again.
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
  /** Schedules the next attempt, if there should be one. */
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

/** Milliseconds until an attempt; undefined if it would not help. */
function waitFor(error: VideoListError, attempt: number): number | undefined {
  const {code, status = 0, retryAfterSeconds = 0} = error;
  const isTemporary = status === 429 || status >= 500 || code === 'network' || code === 'timeout';
  if (!isTemporary || status === 501) return undefined;
  const asked = retryAfterSeconds * 1000;
  return asked > MAX_WAIT ? undefined : Math.max(asked, pauseAfter(attempt, FIRST_PAUSE));
}
