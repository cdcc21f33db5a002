import type {Log} from '../error-answers.js';
import {reconcile} from '../reconcile.js';
import {systemClock, type Clock} from '../util/clock.js';
import {createVendorAnswers} from '../vendor/vendor-answers.js';
import type {VideoStore} from '../video-store.js';
import type {Settings} from './settings.js';

/** Delay of the first run after the start in milliseconds. It finds what was missed while the proxy was down. */
const FIRST_MS = 60_000;

/** Reconciles the store at intervals, if the settings say so. */
export function reconcileRegularly(
  store: VideoStore,
  {vendor: options, reconcileMs}: Pick<Settings, 'vendor' | 'reconcileMs'>,
  log: Log,
  clock: Clock = systemClock,
): {stop(): void} {
  const isOver = new AbortController();
  if (!options || reconcileMs === 0) return {stop: () => {}};
  const vendor = createVendorAnswers({log, ledger: store.ledger?.bind(store), ...options});
  const {signal} = isOver;
  const run = async () => {
    try {
      const {videos, changed} = await reconcile({vendor, store, signal, log, clock});
      log(`reconcile: ${changed} of ${videos} videos were not up to date`);
    } catch (error) {
      if (!signal.aborted) log(`reconcile failed: ${String(error)}`);
    }
  };
  const repeat = async () => {
    for (let ms = FIRST_MS; ; ms = reconcileMs) {
      await clock.sleep(ms, signal);
      await run();
    }
  };
  // Rejects when it is stopped.
  repeat().catch(() => {});
  return {stop: () => isOver.abort()};
}
